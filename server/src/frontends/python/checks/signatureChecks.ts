import type { BoundFunction, NumbaDecorator } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import { walkAll } from '../advice/childNodes';
import { signatureOf } from '../types/signatureText';
import { layoutMismatch } from '../units/gufuncLayout';

/** Signatures that cannot be read, and kernels of `@guvectorize` that do not fit their layout. */
export function checkSignatureTexts(fn: BoundFunction, numba: string): readonly Problem[] {
  const { decorator } = fn;
  if (!decorator) return [];
  const unreadable = decorator.signatures.flatMap((expression): Problem[] => {
    const parsed = signatureOf(expression, fn.module, numba);
    if ('value' in parsed || parsed.unanalysed) return [];
    const text = fn.module.file.slice(expression.range);
    return [{ kind: 'bad-signature', range: expression.range, function: fn, text, reason: parsed.reason }];
  });
  return decorator.kind === 'guvectorize'
    ? [...unreadable, ...checkGufunc(fn, decorator, numba)]
    : unreadable;
}

function checkGufunc(fn: BoundFunction, decorator: NumbaDecorator, numba: string): readonly Problem[] {
  const returned = walkAll(fn.node.body).find((node) => node.kind === 'Return' && node.value !== undefined);
  if (returned) return [{ kind: 'gufunc-return', range: returned.range, function: fn }];
  const reason = layoutMismatch(fn, numba);
  return reason ? [{ kind: 'gufunc-layout', range: decorator.range, function: fn, reason }] : [];
}
