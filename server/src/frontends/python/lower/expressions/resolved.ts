import type { Resolution } from '../../infer/typedFunction';
import { newInstance } from '../../library/jitclass/fields';
import type { Body } from '../body';
import { defaultValue } from '../defaults';
import { retypeDeferred } from '../elementwiseTree';
import { isFusible, takesElements } from '../fusible';
import type { Value } from '../lowering';
import { lowerArguments } from './arguments';

type LibraryResolution = Extract<Resolution, { kind: 'library' }>;
type TypedResolution = Extract<Resolution, { kind: 'typed' }>;

/** The value of an operation that inference resolved. */
export function lowerResolution(body: Body, resolution: Resolution, defer = false): Value {
  switch (resolution.kind) {
    case 'constant':
      return body.lowering.constant(resolution.value, resolution.result);
    case 'nothing':
      return { type: resolution.result, parts: [] };
    case 'typed':
      return lowerCall(body, resolution);
    case 'construct':
      return lowerConstruction(body, resolution);
    case 'library':
      return lowerLibraryCall(body, resolution, defer);
  }
}

function lowerLibraryCall(body: Body, resolution: LibraryResolution, defer: boolean): Value {
  const { lowering } = body;
  const { function: entry, result } = resolution;
  const fusible = isFusible(resolution);
  const args = lowerArguments(body, resolution.args, fusible || takesElements(resolution));
  if (!entry.lower) return lowering.notLowered(`${entry.name} is typed but not compiled yet`);
  const call = {
    args,
    argTypes: resolution.args.map((arg) => (arg.source.kind === 'omitted' ? undefined : arg.type)),
    result,
    data: resolution.data,
  };
  const outer = lowering.deferElementwise;
  lowering.deferElementwise = defer && fusible;
  try {
    const value = entry.lower(call, lowering);
    const deferred = result.kind === 'array' ? retypeDeferred(value, result) : undefined;
    return deferred ?? lowering.cast(value, result);
  } finally {
    lowering.deferElementwise = outer;
  }
}

function lowerConstruction(body: Body, resolution: Extract<Resolution, { kind: 'construct' }>): Value {
  const { lowering } = body;
  const instance = newInstance(lowering, resolution.result);
  const [, ...given] = resolution.args;
  const args = lowerArguments(body, given, false).map(
    (arg, i) => arg ?? defaultValue(lowering, resolution.target, given[i]!.name),
  );
  lowering.call(resolution.target, [instance, ...args]);
  return instance;
}

function lowerCall(body: Body, resolution: TypedResolution): Value {
  const { lowering } = body;
  const { target } = resolution;
  const args = lowerArguments(body, resolution.args, false).map(
    (arg, i) => arg ?? defaultValue(lowering, target, resolution.args[i]!.name),
  );
  return lowering.cast(lowering.call(target, args), resolution.result);
}
