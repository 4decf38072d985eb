import { parse } from 'lossless-json';
import { ArgsError } from './argsError';
import { decodeValue } from './decode';
import type { PythonValue } from './pythonValue';

/** Reads the text of ARGS.json: an array with one value per argument. Throws ArgsError. */
export function decodeArguments(text: string): PythonValue[] {
  const json = parseJson(text);
  if (!Array.isArray(json)) {
    throw new ArgsError('$', 'not an array', 'ARGS.json is an array with one value per argument: [3, 1.5].');
  }
  return json.map((item, i) => decodeValue(item, `$[${i}]`));
}

/** Integers as bigint and floats as number, since `1` and `1.0` are different arguments. */
export function parseJson(text: string): unknown {
  try {
    return parse(text.replace(/^\uFEFF/, ''), undefined, {
      parseNumber: (digits) => (/^-?\d+$/.test(digits) ? BigInt(digits) : Number(digits)),
    });
  } catch (error) {
    throw jsonError(text, error as Error);
  }
}

function jsonError(text: string, error: Error): ArgsError {
  const bare = bareConstant(text);
  if (bare !== undefined) {
    return new ArgsError(
      placeOf(text, bare.index),
      `${bare.word} is not JSON`,
      `Write {"t":"float64","v":"${bare.word.replace('Infinity', 'inf').replace('NaN', 'nan')}"}.`,
    );
  }
  const position = /position (\d+)/.exec(error.message);
  const place = position ? placeOf(text, Number(position[1])) : '$';
  const problem = error.message.replace(/ at position \d+.*$/s, '');
  return new ArgsError(place, `not JSON: ${problem}`, 'Mend the file there; json.dumps writes valid JSON.');
}

/** The first NaN or Infinity outside a string. */
function bareConstant(text: string): { word: string; index: number } | undefined {
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g)) {
    if (match[0][0] !== '"') return { word: match[0], index: match.index };
  }
  return undefined;
}

function placeOf(text: string, index: number): string {
  const before = text.slice(0, index).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
