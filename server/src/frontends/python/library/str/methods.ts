import type { Value } from '../../lower/lowering';
import { boolean, int64, type NumbaType, tupleOf, uint32, unicode } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, ParameterSpec, PythonSource } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { inPython, type PythonArguments } from '../pythonCode';
import { isInVersion } from '../version';
import casesText from './cases.py?raw';
import classifyText from './classify.py?raw';
import splitText from './split.py?raw';
import { changeSource } from './source';
import { searchSource } from './operators';
import { intConstant, isText, textConstant } from './text';
import * as tables from './unicodeTables';

export const splitSource: PythonSource = { name: 'str/split.py', text: splitText };
const classifySource: PythonSource = { name: 'str/classify.py', text: classifyText };
const casesSource: PythonSource = { name: 'str/cases.py', text: casesText };

type Accepts = 'text' | 'int' | 'none' | 'bool';

/** How a method is typed and which Python function makes its result. */
interface Method {
  readonly name: string;
  readonly params: readonly ParameterSpec[];
  /** What each argument after the string may be; those left out are not checked. */
  readonly accepts: readonly (readonly Accepts[])[];
  readonly result: NumbaType;
  readonly source: PythonSource;
  readonly function?: string;
  readonly arguments?: PythonArguments;
  readonly until?: string;
  readonly since?: string;
}

function method(how: Method): LibraryFunction {
  return {
    name: `unicode.${how.name}`,
    params: how.params,
    since: how.since,
    until: how.until,
    type(call) {
      const [text, ...rest] = call.args;
      if (!isText(text)) return mismatch();
      const wrong = rest.findIndex((arg, i) => arg && !how.accepts[i]!.some((kind) => is(kind, arg)));
      if (wrong >= 0) return mismatch(`argument ${wrong + 1} has the wrong type`, wrong + 1);
      return typed(how.result, { args: [unicode, ...rest.map((arg) => arg && converted(arg))] });
    },
    lower: inPython(how.source, how.function ?? how.name, how.arguments),
  };
}

function is(kind: Accepts, type: NumbaType): boolean {
  const plain = unliteral(type);
  if (kind === 'text') return plain.kind === 'unicode';
  return plain.kind === kind;
}

function converted(type: NumbaType): NumbaType {
  const plain = unliteral(type);
  return plain.kind === 'int' ? int64 : plain;
}

/** `s.find(part, start, end)` and its like: bounds that are left out are the whole string's. */
const bounded: PythonArguments = (call, lowering) => {
  const [text, part, start, end] = call.args;
  const from = start && start.type.kind !== 'none' ? start : intConstant(lowering, 0n);
  const to = end && end.type.kind !== 'none' ? end : { type: int64, parts: [text!.parts[2]!] };
  return [text!, part!, from, to];
};

const bounds: readonly (readonly Accepts[])[] = [['text'], ['int', 'none'], ['int', 'none']];

const searches = (['find', 'rfind', 'index', 'rindex', 'count'] as const).map((name) => {
  const search = method({
    name,
    params: params('self sub start? end?'),
    accepts: bounds,
    result: int64,
    source: searchSource,
    arguments: bounded,
  });
  return name === 'count' ? search : optionalInOldVersions(search);
});

// Without bounds, their results were optional.
function optionalInOldVersions(search: LibraryFunction): LibraryFunction {
  return {
    ...search,
    type(call) {
      const outcome = search.type(call);
      const isOld = !call.args[2] && !isInVersion({ since: '0.57' }, call.context.numba);
      return outcome.kind === 'typed' && isOld ? { ...outcome, result: optionalInteger } : outcome;
    },
  };
}

const optionalInteger: NumbaType = { kind: 'optional', value: int64 };

const affixes = (['startswith', 'endswith'] as const).flatMap((name) =>
  (
    [
      { params: params('self prefix start? end?'), since: name === 'startswith' ? '0.57' : undefined },
      { params: params('self prefix'), until: '0.57' },
    ] as const
  ).map((versions) =>
    method({
      name,
      ...versions,
      accepts: bounds,
      result: boolean,
      source: searchSource,
      arguments: bounded,
    }),
  ),
);

/** A tuple of affixes: any of them. */
const anyAffix = (['startswith', 'endswith'] as const).map(
  (name): LibraryFunction => ({
    name: `unicode.${name}`,
    since: name === 'startswith' ? '0.57' : undefined,
    params: params('self prefix start? end?'),
    type(call) {
      const [text, affix, start, end] = call.args;
      const isTuple = affix?.kind === 'tuple' && affix.elements.every(isText);
      if (!isText(text) || !isTuple) return mismatch();
      return typed(boolean, { args: [unicode, unliteral(affix), start && int64, end && int64] });
    },
    lower: inPython(searchSource, `${name}_any`, bounded),
  }),
);

const fills = (['center', 'ljust', 'rjust'] as const).map((name) =>
  method({
    name,
    params: params('self width fillchar', { fillchar: { kind: 'str', value: ' ' } }),
    accepts: [['int'], ['text']],
    result: unicode,
    source: changeSource,
  }),
);

const changes = [
  method({
    name: 'zfill',
    params: params('self width'),
    accepts: [['int']],
    result: unicode,
    source: changeSource,
  }),
  method({
    name: 'expandtabs',
    params: params('self tabsize', { tabsize: { kind: 'int', value: 8n } }),
    accepts: [['int']],
    result: unicode,
    source: changeSource,
  }),
  method({
    name: 'replace',
    params: params('self old new count', { count: { kind: 'int', value: -1n } }),
    accepts: [['text'], ['text'], ['int']],
    result: unicode,
    source: changeSource,
  }),
];

const list: NumbaType = { kind: 'list', element: unicode, reflected: false };

const splits = (['split', 'rsplit'] as const).map(
  (name): LibraryFunction => ({
    name: `unicode.${name}`,
    params: params('self sep? maxsplit', { maxsplit: { kind: 'int', value: -1n } }),
    type(call) {
      const [text, separator, limit] = call.args;
      if (!isText(text) || (separator && !is('none', separator) && !isText(separator))) return mismatch();
      if (limit && !is('int', limit)) return mismatch('maxsplit must be an integer', 2);
      return typed(list, { args: [unicode, separator && unliteral(separator), int64] });
    },
    lower(call, lowering) {
      const [text, separator, limit] = call.args as readonly [Value, Value | undefined, Value];
      if (!separator || separator.type.kind === 'none') {
        return lowering.callPython(splitSource, `${name}_blanks`, [text, limit]);
      }
      return lowering.callPython(splitSource, name, [text, separator, limit]);
    },
  }),
);

const splitlines = method({
  name: 'splitlines',
  params: params('self keepends', { keepends: { kind: 'bool', value: false } }),
  accepts: [['bool', 'int']],
  result: list,
  source: splitSource,
});

const partitions = (['partition', 'rpartition'] as const).map((name) =>
  method({
    name,
    params: params('self sep'),
    accepts: [['text']],
    result: tupleOf([unicode, unicode, unicode]),
    source: splitSource,
  }),
);

const strips = (['strip', 'lstrip', 'rstrip'] as const).map(
  (name): LibraryFunction => ({
    name: `unicode.${name}`,
    params: params('self chars?'),
    type(call) {
      const [text, characters] = call.args;
      if (!isText(text) || (characters && !isText(characters) && !is('none', characters))) return mismatch();
      return typed(unicode, { args: [unicode, characters && unliteral(characters)] });
    },
    lower(call, lowering) {
      const [text, characters] = call.args as readonly [Value, Value | undefined];
      const blanks = !characters || characters.type.kind === 'none';
      return blanks
        ? lowering.callPython(splitSource, `${name}_blanks`, [text])
        : lowering.callPython(splitSource, name, [text, characters]);
    },
  }),
);

const withTables =
  (...contents: (() => string)[]): PythonArguments =>
  (call, lowering) => [call.args[0]!, ...contents.map((content) => textConstant(lowering, content()))];

const upper = () => tables.mappingOf(tables.toUpper);
const lower = () => tables.mappingOf(tables.toLower);
const titled = () => tables.mappingOf(tables.toTitle);

const cases = [
  { name: 'upper', function: 'mapped', arguments: withTables(upper) },
  { name: 'lower', function: 'lowered', arguments: withTables(upper, lower) },
  { name: 'casefold', function: 'mapped', arguments: withTables(() => tables.mappingOf(tables.toFolded)) },
  { name: 'capitalize', function: 'capitalize', arguments: withTables(titled, lower) },
  { name: 'title', function: 'title', arguments: withTables(titled, lower) },
  { name: 'swapcase', function: 'swapcase', arguments: withTables(upper, lower) },
].map((each) =>
  method({ ...each, params: params('self'), accepts: [], result: unicode, source: casesSource }),
);

const runs = (matches: (character: string) => boolean) => () => tables.runsOf(matches);

// Some of Numba's are C functions that return an integer; the result types are theirs.
const classes: readonly (readonly [string, NumbaType, string, (() => string)[]])[] = [
  ['isalpha', int64, 'all_in', [runs(tables.isAlpha)]],
  ['isdigit', int64, 'all_in', [runs(tables.isDigit)]],
  ['isalnum', int64, 'all_in', [runs(tables.isAlphanumeric)]],
  ['isdecimal', int64, 'all_in', [runs(tables.isDecimal)]],
  ['isnumeric', boolean, 'all_in', [runs(tables.isNumeric)]],
  ['isprintable', boolean, 'printable', [runs(tables.isPrintable)]],
  ['isupper', boolean, 'is_cased_as', [runs(tables.isUpper), runs(tables.isLower)]],
  ['islower', boolean, 'is_cased_as', [runs(tables.isLower), runs(tables.isUpperOrTitle)]],
  ['istitle', boolean, 'is_title', [runs(tables.isUpperOrTitle), runs(tables.isLower)]],
  ['isascii', uint32, 'is_ascii', []],
  [
    'isidentifier',
    boolean,
    'is_identifier',
    [runs(tables.startsIdentifier), runs(tables.continuesIdentifier)],
  ],
];

const classifiers = classes.flatMap(([name, result, python, contents]) => {
  const classifier = {
    name,
    params: params('self'),
    accepts: [],
    source: classifySource,
    function: python,
    arguments: withTables(...contents),
  };
  if (name !== 'isupper') return [method({ ...classifier, result })];
  return [
    method({ ...classifier, result: int64, until: '0.57' }),
    method({ ...classifier, result, since: '0.57' }),
  ];
});

const isspace = method({
  name: 'isspace',
  params: params('self'),
  accepts: [],
  result: boolean,
  source: splitSource,
});

const join: LibraryFunction = {
  name: 'unicode.join',
  params: params('self iterable'),
  type(call) {
    const [text, parts] = call.args;
    if (!isText(text) || !parts) return mismatch();
    const works = isText(parts) || joinable(unliteral(parts));
    return works ? typed(unicode, { args: [unicode, unliteral(parts)] }) : mismatch('joins strings only', 1);
  },
  lower: inPython(changeSource, 'join'),
};

function joinable(type: NumbaType): boolean {
  switch (type.kind) {
    case 'list':
    case 'typedList':
    case 'set':
      return type.element.kind === 'unicode';
    case 'tuple':
      return type.elements.length > 0 && type.elements.every(isText);
    default:
      return false;
  }
}

export const stringMethods: readonly LibraryFunction[] = [
  ...searches,
  ...affixes,
  ...anyAffix,
  ...fills,
  ...changes,
  ...splits,
  splitlines,
  ...partitions,
  ...strips,
  ...cases,
  ...classifiers,
  isspace,
  join,
];
