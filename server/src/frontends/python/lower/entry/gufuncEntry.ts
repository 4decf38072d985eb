import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { i64, ne } from '@jitsight/shared/ir/expressions';
import type { Expression, FunctionIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../../infer/typedFunction';
import { typeName } from '../../types/typeName';
import { arrayOf, type ArrayType, type NumbaType, tupleOf } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { arrayData, arrayMeminfo, arrayShape, arrayStrides, asArray, isArray, newArray } from '../arrays';
import { broadcastShape } from '../broadcast';
import { stretchedStrides } from '../elementwise';
import type { FunctionLowering } from '../functionLowering';
import { NotLowered, type Value } from '../lowering';
import { createLowering } from '../loweringContext';
import { addressOf, itemSize } from '../memory';
import type { ModuleLowering } from '../moduleLowering';
import { valueTypeOf } from '../valueTypes';
import { type GufuncLayout, parseLayout } from './gufuncLayout';
import { passOut } from './passOut';

/** One argument of the kernel: an array over loop dimensions and then core ones, or a scalar. */
interface Operand {
  readonly value: Value;
  readonly core: readonly string[];
  readonly param: NumbaType;
}

/**
 * The function that runs a `@guvectorize` kernel over the loop dimensions of arguments of these types. Outputs that are
 * not given are new arrays.
 */
export function gufuncEntry(
  module: ModuleLowering,
  kernel: TypedFunction,
  layoutText: string,
  args: readonly NumbaType[],
  name: string,
): FunctionIR {
  const layout = parseLayout(layoutText);
  const ir = new FunctionBuilder(name, valueTypeOf(gufuncResult(kernel, layoutText, args)));
  const lowering = createLowering(module, ir, kernel.options);
  ir.at(kernel.node.range, () => {
    const values = args.map((type, i) => {
      const parts = ir.parameter(kernel.params[i]!.name, valueTypeOf(type), typeName(type));
      for (const part of parts) lowering.steadyLocals.add(part.name);
      return { type, parts };
    });
    passOut(lowering, runKernel(lowering, kernel, layout, values));
  });
  return ir.finish({ range: kernel.node.range, fastmath: kernel.options.fastmath || undefined });
}

/** What a call with arguments of these types returns. */
export function gufuncResult(
  kernel: TypedFunction,
  layoutText: string,
  args: readonly NumbaType[],
): NumbaType {
  const layout = parseLayout(layoutText);
  const loopDimensions = loopNdim(layout, args);
  const results = layout.outputs.map((core, i) => {
    const given = args[layout.inputs.length + i];
    return given ?? outputType(kernel, layout, i, loopDimensions + core.length);
  });
  return results.length === 1 ? results[0]! : tupleOf(results);
}

function loopNdim(layout: GufuncLayout, args: readonly NumbaType[]): number {
  const extra = layout.inputs.map((core, i) => {
    const type = args[i];
    return type?.kind === 'array' ? type.ndim - core.length : 0;
  });
  return Math.max(0, ...extra);
}

/** An output without dimensions is a scalar, as NumPy returns it. */
function outputType(kernel: TypedFunction, layout: GufuncLayout, output: number, ndim: number): NumbaType {
  const param = kernel.params[layout.inputs.length + output]!.type;
  const dtype = param.kind === 'array' ? param.dtype : param;
  return ndim === 0 ? dtype : arrayOf(dtype, ndim, 'C');
}

/** The kernel over the loop dimensions of these values; outputs that are not among them are new arrays. */
export function runKernel(
  lowering: FunctionLowering,
  kernel: TypedFunction,
  layout: GufuncLayout,
  values: readonly Value[],
): Value {
  const inputs = layout.inputs.map((core, i): Operand => {
    const param = kernel.params[i]!.type;
    return { core, param, value: withDtype(lowering, values[i]!, param) };
  });
  const sizes = coreSizes(lowering, layout, inputs);
  const prefixes = inputs.map((operand) => prefixOf(operand)).filter((value) => value !== undefined);
  const loopShape = prefixes.length > 0 ? broadcastShape(lowering, prefixes) : [];
  const outputs = layout.outputs.map((core, i): Operand => {
    const param = kernel.params[layout.inputs.length + i]!.type;
    const given = values[layout.inputs.length + i];
    return { core, param, value: given ?? newOutput(lowering, param, core, sizes, loopShape) };
  });
  const operands = [...inputs, ...outputs];
  const steps = operands.map((operand) => loopStrides(lowering, operand, loopShape.length));
  lowering.forEachIndex(loopShape, (indices) => {
    const slices = operands.map((operand, i) => sliceAt(lowering, operand, steps[i]!, indices));
    lowering.call(kernel, slices);
  });
  return resultOf(lowering, outputs, loopShape.length);
}

/** Arrays of another type are converted as a whole, as NumPy does before it calls the kernel. */
function withDtype(lowering: FunctionLowering, value: Value, param: NumbaType): Value {
  const dtype = param.kind === 'array' ? param.dtype : param;
  if (!isArray(value)) return lowering.hold(lowering.cast(value, dtype));
  if (typesEqual(asArray(value).type.dtype, dtype)) return value;
  return lowering.elementwise([value], dtype, ([element]) => lowering.cast(element!, dtype));
}

function coreSizes(
  lowering: FunctionLowering,
  layout: GufuncLayout,
  inputs: readonly Operand[],
): Map<string, Expression> {
  const sizes = new Map<string, Expression>();
  inputs.forEach(({ core, value }, operand) => {
    if (core.length === 0) return;
    if (!isArray(value)) throw new NotLowered('a number is given for an array of the kernel');
    const shape = arrayShape(value).slice(-core.length);
    core.forEach((name, dimension) => {
      const known = sizes.get(name);
      const size = shape[dimension]!;
      if (known === undefined) {
        sizes.set(name, size);
        return;
      }
      const message =
        `Input operand ${operand} has a mismatch in its core dimension ${dimension}, with gufunc signature ` +
        `${layout.text} (size {0} is different from {1})`;
      lowering.ir.if(ne(size, known), () => lowering.raise({ name: 'ValueError', message }, [size, known]));
    });
  });
  return sizes;
}

/** An array operand with its loop dimensions only. */
function prefixOf({ value, core }: Operand): Value | undefined {
  if (!isArray(value)) return undefined;
  const { type } = asArray(value);
  const ndim = type.ndim - core.length;
  return {
    type: { ...type, ndim, layout: 'A' },
    parts: [
      arrayMeminfo(value),
      arrayData(value),
      ...arrayShape(value).slice(0, ndim),
      ...arrayStrides(value).slice(0, ndim),
    ],
  };
}

function newOutput(
  lowering: FunctionLowering,
  param: NumbaType,
  core: readonly string[],
  sizes: ReadonlyMap<string, Expression>,
  loopShape: readonly Expression[],
): Value {
  const dtype = param.kind === 'array' ? param.dtype : param;
  const coreShape = core.map((name) => {
    const size = sizes.get(name);
    if (!size) throw new NotLowered(`the size ${name} of the output is not known from the inputs`);
    return size;
  });
  const shape = [...loopShape, ...coreShape];
  return newArray(lowering, arrayOf(dtype, shape.length, 'C'), shape);
}

function loopStrides(lowering: FunctionLowering, operand: Operand, ndim: number): Expression[] {
  const prefix = prefixOf(operand);
  return prefix ? stretchedStrides(lowering, prefix, ndim, true) : [];
}

/** What the kernel gets at one index of the loop dimensions. */
function sliceAt(
  lowering: FunctionLowering,
  operand: Operand,
  strides: readonly Expression[],
  indices: readonly Expression[],
): Value {
  const { value, core, param } = operand;
  if (!isArray(value)) return lowering.cast(value, param);
  const { type } = asArray(value);
  const place = indices.reduce(
    (base, index, axis) => addressOf({ base, index: timesStride(index, strides[axis]!), scale: 1 }),
    arrayData(value),
  );
  const data = lowering.ir.hold(place, 'place');
  if (param.kind !== 'array') return lowering.loadValue(type.dtype, data);
  const own: { shape: readonly Expression[]; strides: readonly Expression[] } =
    core.length > 0
      ? {
          shape: arrayShape(value).slice(-core.length),
          strides: arrayStrides(value).slice(-core.length),
        }
      : { shape: [i64(1)], strides: [i64(itemSize(type.dtype))] };
  return lowering.arrayView(param as ArrayType, { meminfo: arrayMeminfo(value), data, ...own });
}

function timesStride(index: Expression, stride: Expression): Expression {
  return { op: 'mul', type: 'i64', left: index, right: stride };
}

function resultOf(lowering: FunctionLowering, outputs: readonly Operand[], loopDimensions: number): Value {
  const results = outputs.map(({ value, core }): Value => {
    const isScalar = loopDimensions + core.length === 0 && asArray(value).type.ndim === 0;
    return isScalar ? lowering.hold(lowering.loadElement(value, [])) : value;
  });
  if (results.length === 1) return results[0]!;
  return {
    type: tupleOf(results.map((result) => result.type)),
    parts: results.flatMap((result) => result.parts),
  };
}
