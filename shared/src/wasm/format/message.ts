import type { ScalarType } from '../../ir/scalarType';
import { flatten } from '../../ir/valueType';
import type { WasmArtifact } from '../artifact';
import { readValue } from '../host/readValue';
import { toHost, type WasmScalar } from '../host/scalars';
import { formatNested, formatValue } from './value';

/** The line that `print` writes, without its line break. */
export function formatPrint(
  pieces: WasmArtifact['prints'][number],
  parts: readonly WasmScalar[],
  memory: WebAssembly.Memory,
): string {
  let next = 0;
  const texts = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const count = flatten(piece.type).length;
    next += count;
    return formatValue(readValue(parts.slice(next - count, next), piece.type, memory), piece.type);
  });
  return texts.join(' ');
}

/** An error's message with the values of `{0}`, `{1:str}`, ... filled in. */
export function formatError(
  error: WasmArtifact['errors'][number],
  args: readonly WasmScalar[],
  memory: WebAssembly.Memory,
): { name: string; message: string } {
  const { name, args: types = [] } = error;
  const message = error.message.replace(
    /\{(\d+)(:str|:repr)?\}/g,
    (hole, number: string, form: string | undefined) => {
      const index = Number(number);
      const type = types[index];
      if (!type) return hole;
      if (!form) return formatScalar(args[index]!, type);
      const text = readValue([0, args[index]!, args[index + 1]!], string, memory);
      return form === ':str' ? formatValue(text, string) : formatNested(text, string);
    },
  );
  return { name, message };
}

const string = { kind: 'string' } as const;

function formatScalar(scalar: WasmScalar, type: ScalarType): string {
  return formatNested(toHost(scalar, type), { kind: 'scalar', scalar: type });
}
