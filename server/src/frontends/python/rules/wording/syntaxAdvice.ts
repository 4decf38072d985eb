import { compareVersions } from '../../library/version';
import type { NumbaWording, ProblemOf, RuleContext } from '../rule';
import { bytecodeError } from './bytecodeError';

type Syntax = ProblemOf<'unsupported-syntax'>;

/** What to do instead, by the construct's first words. */
const advice: readonly (readonly [RegExp, string])[] = [
  [/^A class/, 'classes are Python objects, so define it outside, or use a named tuple or a jitclass'],
  [
    /^An import/,
    'a compiled function cannot run the import machinery, so move the import to the top of the file',
  ],
  [
    /^An f-string/,
    'compiled code has no number formatting, so return the value and format it where the function is called',
  ],
  [/^A generator expression/, 'compiled code has no generators inside expressions, so write a loop'],
  [/^A set comprehension/, 'start with set() and add in a loop'],
  [
    /^'with/,
    'only objmode and parallel_chunksize are context managers in compiled code, so put the with around the call of the function',
  ],
  [
    /^A parameter \*\*/,
    'compiled functions take no arbitrary keywords, so name the parameters and give them defaults',
  ],
  [/^\*\* in a call/, 'name the arguments one by one'],
  [/^A starred target/, 'unpack by index'],
  [/^Unpacking/, 'write the elements out'],
  [/^('async|'await'|An asynchronous)/, 'compiled code runs to its end, so keep asyncio in Python code'],
  [/^'yield from'/, 'write a loop that yields'],
  [/^A 'match'/, "use 'if' and 'elif'"],
  [
    /^Returning a function/,
    'a function object cannot leave compiled code, so compile the inner function instead',
  ],
];

export function syntaxAdvice({ construct, reason }: Syntax): string {
  return (
    advice.find(([pattern]) => pattern.test(construct))?.[1] ??
    reason ??
    'Numba compiles a part of Python, and this is outside it'
  );
}

/** Class and words by the pass of Numba's that refuses the construct. */
export function syntaxWording(
  { construct, numbaOpcode, reason }: Syntax,
  { numba }: RuleContext,
): NumbaWording {
  const early = compareVersions(numba, '0.61') < 0;
  if (/objmode/.test(construct)) return objmodeWording(construct, reason ?? construct);
  if (/^An f-string/.test(construct))
    return { class: bytecodeError(numba), text: 'format spec in f-strings not supported yet' };
  if (/^A set comprehension/.test(construct) && !early)
    return { class: 'TypingError', text: "Unknown attribute 'add' of type range_iter_int64" };
  if (numbaOpcode)
    return { class: bytecodeError(numba), text: `Use of unsupported opcode (${numbaOpcode}) found` };
  if (/yield|generator/.test(construct) || /yield/.test(reason ?? ''))
    return { class: 'UnsupportedError', text: 'The use of yield in a closure is unsupported.' };
  if (/^'with'/.test(construct))
    return { class: 'CompilerError', text: 'Unsupported context manager in use' };
  if (/^'with/.test(construct))
    return {
      class: bytecodeError(numba),
      text: "The 'with (context manager) as (variable):' construct is not supported.",
    };
  if (/^Returning a list/.test(construct)) return { class: 'TypeError', text: "unhashable type: 'list'" };
  const keywords = /^A parameter \*\*(\w+)/.exec(construct)?.[1];
  if (keywords) return { class: 'TypeError', text: `missing argument '${keywords}'` };
  return { class: bytecodeError(numba), text: reason ?? construct };
}

function objmodeWording(construct: string, reason: string): NumbaWording {
  if (/unknown type/.test(construct)) return { class: 'NameError', text: reason };
  if (/inner function/.test(construct)) return { class: 'UnsupportedError', text: reason };
  return { class: /^raise|try$/.test(construct) ? 'CompilerError' : 'TypingError', text: reason };
}
