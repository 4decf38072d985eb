import { walk, walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import type { Assign, AstNode, Call, Expression, For, Name, While } from '../parse/ast';
import type { ArrayType } from '../types/numbaType';
import { nodesInLoops } from './loopWalk';

/** Arrays that are made anew on every pass of a loop, where nothing needs them to be. */
export function checkArrayCosts(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  if (!typed.compiles) return [];
  const inLoops = nodesInLoops(fn.node.body).filter(({ loops }) => loops.length > 0);
  return [
    ...inLoops.flatMap(({ node }) =>
      node.kind === 'Assign' ? [...appended(node, fn), ...allocated(node, fn)] : [],
    ),
    ...rowTemporaries(inLoops, fn, typed),
  ];
}

/** `r = np.append(r, x)`: everything is copied on every pass. */
function appended(node: Assign, fn: BoundFunction): readonly Problem[] {
  const [target] = node.targets;
  const { value } = node;
  if (target?.kind !== 'Name' || value.kind !== 'Call') return [];
  const name = fn.module.qualifiedName(value.func) ?? '';
  if (!/^numpy\.(append|concatenate|hstack|vstack)$/.test(name)) return [];
  const first = value.args[0];
  const joined = first?.kind === 'Tuple' ? first.elements : first ? [first] : [];
  if (!joined.some((one) => one.kind === 'Name' && one.id === target.id)) return [];
  return [
    {
      kind: 'append-in-loop',
      range: value.range,
      function: fn,
      subject: target.id,
      callee: name.replace('numpy.', 'np.'),
    },
  ];
}

/** A small array of a size that is written out, which never leaves the pass of the loop that makes it. */
function allocated(node: Assign, fn: BoundFunction): readonly Problem[] {
  const [target] = node.targets;
  if (target?.kind !== 'Name' || node.value.kind !== 'Call' || !isSmall(node.value, fn)) return [];
  if (!isOnlyIndexed(target, fn)) return [];
  return [{ kind: 'allocation-in-loop', range: node.value.range, function: fn, subject: target.id }];
}

function isSmall(call: Call, { module }: BoundFunction): boolean {
  const name = module.qualifiedName(call.func) ?? '';
  const [first] = call.args;
  if (name === 'numpy.array') return first?.kind === 'List' && first.elements.every(isScalarText);
  const isConstant = first?.kind === 'Constant' && first.value.type === 'int' && first.value.value <= 16n;
  return /^numpy\.(zeros|empty|ones)$/.test(name) && isConstant;
}

function isScalarText(expression: Expression): boolean {
  return !['List', 'Tuple', 'Starred', 'ListComp'].includes(expression.kind);
}

/** Every use of the name, but its one assignment, is `v[...]`: nothing keeps or passes on the array. */
export function isOnlyIndexed(target: Name, fn: BoundFunction): boolean {
  const uses = walkAll(fn.node.body).filter((one) => one.kind === 'Name' && one.id === target.id);
  const indexed = walkAll(fn.node.body).filter(
    (one) => one.kind === 'Subscript' && one.value.kind === 'Name' && one.value.id === target.id,
  );
  return indexed.length > 0 && indexed.length === uses.length - 1;
}

/** `P[i] - P[0]` of rows: an array for the difference, and one for every further operator, on every pass. */
function rowTemporaries(
  inLoops: readonly { readonly node: AstNode; readonly loops: readonly (For | While)[] }[],
  fn: BoundFunction,
  typed: TypedFunction,
): readonly Problem[] {
  const told = new Set<For | While>();
  return inLoops.flatMap(({ node, loops }): Problem[] => {
    const loop = loops.at(-1)!;
    if (node.kind !== 'BinOp' || told.has(loop) || arrayOf(node, typed)?.ndim !== 1) return [];
    const counters = loops.flatMap((one) =>
      one.kind === 'For' && one.target.kind === 'Name' ? [one.target.id] : [],
    );
    const rows = [node.left, node.right].filter((side) => isRow(side, counters, typed));
    if (rows.length === 0 || node.op === '@') return [];
    told.add(loop);
    return [
      {
        kind: 'row-temporary',
        range: node.range,
        function: fn,
        subject: fn.module.file.slice(rows[0]!.range),
      },
    ];
  });
}

function arrayOf(node: Expression, typed: TypedFunction): ArrayType | undefined {
  const type = typed.types.get(node);
  return type?.kind === 'array' ? type : undefined;
}

/** `P[i]` or `P[i, :]` with a counter of a loop around. */
function isRow(node: Expression, counters: readonly string[], typed: TypedFunction): boolean {
  if (node.kind !== 'Subscript' || arrayOf(node, typed)?.ndim !== 1) return false;
  return walk(node.index).some((one) => one.kind === 'Name' && counters.includes(one.id));
}

/** Multiplications of matrices that are not contiguous, which BLAS cannot take as they are. */
export function checkContiguity(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  const isStrided = (node: Expression) => arrayOf(node, typed)?.layout === 'A';
  return walkAll(fn.node.body).flatMap((node): Problem[] => {
    const operands = multiplied(node, fn, typed);
    const strided = operands.find(isStrided);
    if (!strided) return [];
    return [
      {
        kind: 'non-contiguous-product',
        range: strided.range,
        function: fn,
        subject: fn.module.file.slice(strided.range),
        operator: node.kind === 'BinOp' ? '@' : 'np.dot()',
        types: operands.flatMap((one) => typed.types.get(one) ?? []),
      },
    ];
  });
}

function multiplied(node: AstNode, { module }: BoundFunction, typed: TypedFunction): readonly Expression[] {
  if (node.kind === 'BinOp') return node.op === '@' ? [node.left, node.right] : [];
  if (node.kind !== 'Call') return [];
  if (/^numpy\.v?dot$/.test(module.qualifiedName(node.func) ?? '')) return node.args.slice(0, 2);
  const { func } = node;
  const isMethod = func.kind === 'Attribute' && func.attr === 'dot' && arrayOf(func.value, typed);
  return isMethod ? [func.value, ...node.args.slice(0, 1)] : [];
}

/** `a.T.reshape(-1)`: Numba reshapes without a copy only, which a transposed array does not allow. */
export function checkReshapes(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  return walkAll(fn.node.body).flatMap((node): Problem[] => {
    if (node.kind !== 'Call' || node.args.length !== 1) return [];
    const { func } = node;
    const array = func.kind === 'Attribute' && func.attr === 'reshape' ? func.value : undefined;
    const type = array && arrayOf(array, typed);
    const result = arrayOf(node, typed);
    if (!array || !type || type.layout !== 'F' || type.ndim < 2 || result?.ndim !== 1) return [];
    return [
      {
        kind: 'non-contiguous-reshape',
        range: node.range,
        function: fn,
        subject: fn.module.file.slice(array.range),
        type,
      },
    ];
  });
}
