import { not } from '@jitsight/shared/ir/expressions';
import type { TypedFunction } from '../../infer/typedFunction';
import type { Cursor } from '../../library/libraryFunction';
import type { FunctionLowering } from '../functionLowering';
import type { Value } from '../lowering';
import { countedParts } from '../references';
import { zeros } from '../tuples';
import { generatorCode } from './frames';

/** Asks a generator that has a frame for its items; each is owned by the statement until the next one comes. */
export function generatorCursor(lowering: FunctionLowering, generator: Value): Cursor {
  const { ir, module } = lowering;
  const { type } = generator;
  if (type.kind !== 'generator') throw new Error(`expected a generator, got ${type.kind}`);
  const target = type.made as TypedFunction | undefined;
  if (!target) return lowering.notLowered('this generator is not compiled yet');
  const { next } = generatorCode(module, target);
  const parts = generator.parts.map((part) => ir.hold(part, 'frame'));
  lowering.retain({ type, parts });
  const [frame] = lowering.temporary({ type, parts }).parts;
  const found = ir.local('bool', 'found');
  const slots = zeros(type.yields).map((zero) => ir.local(zero.type, 'item'));
  const owned = countedParts(module, type.yields).map(({ index, release }) => ({
    local: slots[index]!,
    release,
  }));
  lowering.temporaries.owned.push(...owned);
  return {
    next(exhausted) {
      for (const { local, release } of owned) ir.callMany(release, [local], []);
      ir.callMany(next, [frame!], [found, ...slots]);
      ir.if(not(found), exhausted);
      return { type: type.yields, parts: slots };
    },
  };
}
