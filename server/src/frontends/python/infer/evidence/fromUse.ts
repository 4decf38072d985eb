import type { TextRange } from '@jitsight/shared/source/range';
import type { BoundFunction, BoundModule, NameSymbol } from '../../bind/boundModule';
import type { AstNode, Call, Expression, Name, Subscript } from '../../parse/ast';
import { int64, type NumbaType, unicode } from '../../types/numbaType';
import { children } from '../children';
import { integerIn } from './evaluate/evaluation';

/** What a body does with one of its parameters. */
export interface Use {
  /** Dimensions that subscripts, shapes and methods need; 0 where it is used as a number only. */
  readonly ndim: number;
  /** The element or scalar type that an operation asks for. */
  readonly scalar?: NumbaType;
  readonly range?: TextRange;
  /** Where it is handed on: another function of the workspace tells its type. */
  readonly passedTo: readonly { readonly call: Call; readonly argument: Name }[];
}

export const unused: Use = { ndim: 0, passedTo: [] };

const usesByFunction = new WeakMap<BoundFunction, ReadonlyMap<NameSymbol, Use>>();

/** Looks through a function's body for what its parameters must be. */
export function usesIn(fn: BoundFunction): ReadonlyMap<NameSymbol, Use> {
  const known = usesByFunction.get(fn);
  if (known) return known;
  const { module } = fn;
  const symbols = new Map<string, NameSymbol>();
  for (const symbol of module.scopes.get(fn.node)?.symbols.values() ?? []) {
    if (symbol.isParameter) symbols.set(symbol.name, symbol);
  }
  const found = new Map<NameSymbol, Finding>();
  const parents: AstNode[] = [];
  const visit = (node: AstNode): void => {
    const symbol = node.kind === 'Name' ? symbols.get(node.id) : undefined;
    if (node.kind === 'Name' && symbol && isSymbol(module, node, symbol)) {
      const finding = found.get(symbol) ?? { ndim: 0, passedTo: [] };
      found.set(symbol, finding);
      judge(module, node, parents, finding);
    }
    parents.push(node);
    for (const child of children(node)) visit(child);
    parents.pop();
  };
  if (symbols.size > 0) for (const statement of fn.node.body) visit(statement);
  usesByFunction.set(fn, found);
  return found;
}

interface Finding {
  ndim: number;
  scalar?: NumbaType;
  range?: TextRange;
  readonly passedTo: { readonly call: Call; readonly argument: Name }[];
}

function isSymbol(module: BoundModule, name: Name, symbol: NameSymbol): boolean {
  const meaning = module.resolve(name);
  return 'symbol' in meaning && meaning.symbol === symbol;
}

function judge(module: BoundModule, name: Name, parents: readonly AstNode[], found: Finding): void {
  const parent = parents.at(-1);
  const needs = (ndim: number, scalar?: NumbaType): void => {
    if (ndim > found.ndim || (!found.range && (ndim > 0 || scalar))) found.range = (parent ?? name).range;
    found.ndim = Math.max(found.ndim, ndim);
    if (scalar && !found.scalar) found.scalar = scalar;
  };
  if (!parent) return;
  if (parent.kind === 'Subscript' && parent.value === name) judgeSubscript(module, parents, needs);
  else if (parent.kind === 'Subscript' || parent.kind === 'Slice') needs(0, int64);
  else if (parent.kind === 'Attribute') judgeAttribute(parent, parents, needs);
  else if (parent.kind === 'For' && parent.iter === name) needs(1);
  else if (parent.kind === 'Call') judgeCall(module, name, parent, needs, found);
  else if (isIntegerOperand(parent)) needs(0, int64);
  else if (parent.kind === 'Compare' && parent.comparators.some(isText)) needs(0, unicode);
  else if (parent.kind === 'Tuple') {
    const outer = parents.at(-2);
    if (outer?.kind === 'Subscript' && outer.index === parent) needs(0, int64);
    else if (outer?.kind === 'Call' && isShapeOf(module, outer, parent)) needs(0, int64);
  } else if (parent.kind === 'BinOp') judgeIndexArithmetic(module, parents, needs);
}

type Needs = (ndim: number, scalar?: NumbaType) => void;

/** `i + 1` inside an index or a range makes `i` an integer. */
function judgeIndexArithmetic(module: BoundModule, parents: readonly AstNode[], needs: Needs): void {
  const outer = parents.findLast((node) => node.kind !== 'BinOp' && node.kind !== 'UnaryOp');
  const inner = parents[parents.length - 1 - [...parents].reverse().indexOf(outer!) + 1];
  if (outer?.kind === 'Subscript' && outer.index === inner) needs(0, int64);
  else if (outer?.kind === 'Slice') needs(0, int64);
  else if (
    outer?.kind === 'Call' &&
    /^(builtins\.range|numba\.prange)$/.test(module.qualifiedName(outer.func) ?? '')
  ) {
    needs(0, int64);
  }
}

/** `a[i, j]`, `a[i][j]`: a dimension per index; what indexes or counts with an element makes it an integer. */
function judgeSubscript(module: BoundModule, parents: readonly AstNode[], needs: Needs): void {
  let ndim = 0;
  let at = parents.length - 1;
  for (; at >= 0; at--) {
    const node = parents[at]!;
    const isChain =
      node.kind === 'Subscript' && (at === parents.length - 1 || node.value === parents[at + 1]);
    if (!isChain) break;
    ndim += dimensionsOf(node as Subscript);
  }
  const outer = parents[at];
  const whole = parents[at + 1];
  if (outer?.kind === 'For' && outer.iter === whole) ndim += 1;
  const isInteger =
    outer !== undefined &&
    ((outer.kind === 'Subscript' && outer.index === whole) ||
      isIntegerOperand(outer) ||
      (outer.kind === 'Call' &&
        /^(builtins\.range|numba\.prange)$/.test(module.qualifiedName(outer.func) ?? '')));
  needs(ndim, isInteger ? int64 : undefined);
}

function dimensionsOf({ index }: Subscript): number {
  const parts = index.kind === 'Tuple' ? index.elements : [index];
  return parts.filter((part) => part.kind !== 'Constant' || part.value.type === 'int').length;
}

const arrayAttributes = new Set(
  `shape size ndim dtype strides nbytes itemsize flat ravel flatten reshape sum mean std var min max prod argmin argmax
   cumsum fill copy astype transpose sort argsort dot any all nonzero view`.split(/\s+/),
);
const textAttributes = new Set(
  'upper lower strip split startswith endswith isdigit isalpha replace join find'.split(' '),
);

function judgeAttribute(
  attribute: Expression & { kind: 'Attribute' },
  parents: readonly AstNode[],
  needs: Needs,
): void {
  const { attr } = attribute;
  if (attr === 'T') needs(2);
  else if (textAttributes.has(attr)) needs(0, unicode);
  else if (arrayAttributes.has(attr)) needs(attr === 'shape' ? shapeDimensions(attribute, parents) : 1);
}

/** `n, m = a.shape`, `a.shape[1]`. */
function shapeDimensions(attribute: Expression, parents: readonly AstNode[]): number {
  const outer = parents.at(-2);
  if (outer?.kind === 'Subscript' && outer.value === attribute) {
    const index = integerIn(outer.index);
    return index !== undefined && index >= 0 ? index + 1 : 1;
  }
  const target = outer?.kind === 'Assign' && outer.value === attribute ? outer.targets[0] : undefined;
  return target?.kind === 'Tuple' ? target.elements.length : 1;
}

const arrayFunctions = new Set(
  `sum mean std var median min max amin amax prod argmin argmax cumsum cumprod sort argsort dot zeros_like ones_like
   empty_like full_like diff unique concatenate ravel any all nonzero count_nonzero percentile quantile bincount
   searchsorted interp histogram convolve correlate ptp flip roll trapz trapezoid`.split(/\s+/),
);
const matrixFunctions =
  /^numpy\.(linalg\.(inv|det|solve|eig|eigh|eigvals|cholesky|qr|svd|pinv|matrix_rank)|trace|diag)$/;

function judgeCall(module: BoundModule, name: Name, call: Call, needs: Needs, found: Finding): void {
  if (call.func === name) return;
  const qualifiedName = module.qualifiedName(call.func) ?? '';
  const index = call.args.indexOf(name);
  if (/^builtins\.(range)$|^numba\.prange$/.test(qualifiedName)) needs(0, int64);
  else if (/^builtins\.(len|sum|sorted|enumerate|zip|reversed|list|min|max)$/.test(qualifiedName)) {
    if (call.args.length === 1 || !/\.(min|max)$/.test(qualifiedName)) needs(1);
  } else if (/^numpy\.(zeros|ones|empty|full|eye|identity|arange)$/.test(qualifiedName) && index === 0) {
    needs(0, int64);
  } else if (matrixFunctions.test(qualifiedName)) needs(2);
  else if (qualifiedName.startsWith('numpy.') && arrayFunctions.has(qualifiedName.slice(6)) && index === 0)
    needs(1);
  else found.passedTo.push({ call, argument: name });
}

function isShapeOf(module: BoundModule, call: Call, shape: Expression): boolean {
  return (
    call.args[0] === shape && /^numpy\.(zeros|ones|empty|full)$/.test(module.qualifiedName(call.func) ?? '')
  );
}

const integerOperators = new Set(['<<', '>>', '&', '|', '^', '%']);

function isIntegerOperand(node: AstNode): boolean {
  if (node.kind === 'UnaryOp') return node.op === '~';
  if (node.kind !== 'BinOp' && node.kind !== 'AugAssign') return false;
  if (!integerOperators.has(node.op)) return false;
  if (node.op !== '%') return true;
  const right = node.kind === 'BinOp' ? node.right : node.value;
  return integerIn(right) !== undefined;
}

function isText(expression: Expression): boolean {
  return expression.kind === 'Constant' && expression.value.type === 'str';
}
