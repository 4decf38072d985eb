import { bool, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import { unify } from '../../types/unify';
import { unliteral } from '../../types/unliteral';
import { iterate, itemType } from '../iteration/dispatch';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { ordered } from '../list/rules';
import { holds } from '../operate';
import { mismatch, typed } from '../outcome';
import { elementsOf, uniformElement } from '../tuple/elements';
import { isInVersion } from '../version';

const booleansOrdered = { since: '0.57' };

const comparisonOf = { min: 'operator.lt', max: 'operator.gt' } as const;

/** `min(a, b, ...)` of scalars, `min(tuple)`, `min(iterable)`; no `key`, no `default`. */
export const minmaxEntries: readonly LibraryFunction[] = (['min', 'max'] as const).map((name) => ({
  name: `builtins.${name}`,
  type: typeExtreme,
  lower(call, lowering) {
    const replaces = (value: Value, best: Value) => holds(lowering, comparisonOf[name], value, best);
    return call.data === 'iterable'
      ? extremeOf(call, lowering, replaces)
      : extremeAmong(call, lowering, replaces);
  },
}));

function typeExtreme(call: TypingCall): TypingOutcome {
  const given = call.args.filter((arg) => arg !== undefined);
  if (given.length === 0) return mismatch('needs an argument');
  const [only] = given;
  if (given.length === 1 && isScalar(only!) && !isInVersion(booleansOrdered, call.context.numba)) {
    return mismatch('needs an iterable or several numbers');
  }
  if (given.length > 1 || isScalar(only!)) return among(given, call, false);
  if (only!.kind === 'tuple' && !uniformElement(only)) return among(only.elements, call, true);

  const item = itemType(only, call.context);
  if (!item) return mismatch('the argument is not iterable', 0);
  if (item.kind !== 'array' && !ordered(unliteral(item))) return mismatch('the items cannot be ordered', 0);
  return typed(unliteral(item), { args: [unliteral(only!)], data: 'iterable' });
}

// The result is of the operands' common type, whichever is taken.
function among(operands: readonly NumbaType[], call: TypingCall, isTuple: boolean): TypingOutcome {
  const plain = operands.map(unliteral);
  if (plain.length === 0) return mismatch('the tuple is empty', 0);
  if (!plain.every(isScalar)) return mismatch('takes numbers, or one iterable');
  const booleans = plain.filter((type) => type.kind === 'bool').length;
  if (booleans > 0 && !isInVersion(booleansOrdered, call.context.numba)) {
    return mismatch('booleans have no order in this version');
  }
  const result = booleans > 0 && booleans < plain.length ? unifyWithBooleans(plain) : unify(plain);
  if (!result || result.kind === 'complex') return mismatch('the operands have no common ordered type');
  const args = isTuple ? [unliteral(call.args[0]!)] : plain.map(() => result);
  return typed(result, { args, data: isTuple ? 'tuple' : 'scalars' });
}

function unifyWithBooleans(types: readonly NumbaType[]): NumbaType | undefined {
  return unify(types.filter((type) => type.kind !== 'bool'));
}

function isScalar(type: NumbaType): boolean {
  const { kind } = unliteral(type);
  return ['int', 'float', 'bool', 'complex', 'datetime', 'timedelta'].includes(kind);
}

type Replaces = (value: Value, best: Value) => Expression;

function extremeAmong(call: LoweringCall, lowering: Lowering, replaces: Replaces): Value {
  const values =
    call.data === 'tuple' ? elementsOf(lowering, lowering.hold(call.args[0]!)) : (call.args as Value[]);
  return values
    .map((value) => lowering.hold(lowering.cast(value, call.result)))
    .reduce((best, value) => {
      const test = replaces(value, best);
      const better = best.parts.length === 1 ? test : lowering.ir.hold(test, 'better');
      const parts = best.parts.map((part, i) => select(better, value.parts[i]!, part));
      return lowering.hold({ type: call.result, parts });
    });
}

function extremeOf(call: LoweringCall, lowering: Lowering, replaces: Replaces): Value {
  const { ir } = lowering;
  if (call.result.kind === 'array') {
    return lowering.notLowered('the smallest or largest row is not compiled');
  }
  const isFirst = ir.local('bool', 'first');
  ir.set(isFirst, bool(true));
  const chosen = chosenLocals(lowering, call.result);
  iterate(lowering, call.args[0]!, (item) => {
    const take = () =>
      chosen.parts.forEach((local, i) => {
        ir.set(local, item.parts[i]!);
      });
    ir.if(
      isFirst,
      () => {
        take();
        ir.set(isFirst, bool(false));
      },
      () => ir.if(replaces(item, chosen), take),
    );
  });
  ir.if(isFirst, () => lowering.raise({ name: 'StopIteration', message: '' }));
  return chosen;
}

function chosenLocals(lowering: Lowering, type: NumbaType) {
  const scalars = flatten(lowering.valueTypeOf(type));
  return { type, parts: scalars.map((scalar) => lowering.ir.local(scalar, 'best')) };
}
