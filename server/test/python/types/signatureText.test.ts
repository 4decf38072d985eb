import { beforeAll, describe, expect, test } from 'vitest';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import type { Parsed } from '../../../src/frontends/python/types/parsed';
import {
  type ParsedSignature,
  parseSignatureText,
  parseTypeText,
  signatureOf,
} from '../../../src/frontends/python/types/signatureText';
import { signatureName, typeName } from '../../../src/frontends/python/types/typeName';
import { bindText, functionNamed } from '../bind/bindText';

beforeAll(loadGrammar);

/** `(int64,) -> float64`, as Numba prints a signature; `! reason` when it does not read. */
function shown(parsed: Parsed<ParsedSignature>): string {
  if ('reason' in parsed) return `! ${parsed.reason}`;
  const { args, returns } = parsed.value;
  return signatureName(args) + (returns ? ` -> ${typeName(returns)}` : '');
}

/** What `numba.core.sigutils.normalize_signature` makes of each, in 0.56.4 and 0.68.0 alike. */
describe('strings', () => {
  test.each([
    ['int32(int32)', '(int32,) -> int32'],
    ['types.int64(types.int64)', '(int64,) -> int64'],
    ['f8(f8[:])', '(array(float64, 1d, A),) -> float64'],
    ['(int32,)', '(int32,)'],
    ['int32,', '(int32,)'],
    ['int32, f8[:,::1]', '(int32, array(float64, 2d, C))'],
    ['f8[::1,:](f8[:,:])', '(array(float64, 2d, A),) -> array(float64, 2d, F)'],
    ['f8[::1,::1]()', '() -> array(float64, 2d, F)'],
    ['f8[::1]()', '() -> array(float64, 1d, C)'],
    ['Tuple((i8,f8))(i8)', '(int64,) -> Tuple(int64, float64)'],
    ['Tuple([i8,f8])(i8)', '(int64,) -> Tuple(int64, float64)'],
    ['Tuple(())()', '() -> Tuple()'],
    ['UniTuple(f8,3)()', '() -> UniTuple(float64 x 3)'],
    ['List(i8)(i8)', '(int64,) -> list(int64)<iv=None>'],
    ['List(i8, reflected=True)(i8)', '(int64,) -> reflected list(int64)<iv=None>'],
    ['List(i8[:])()', '() -> list(array(int64, 1d, A))<iv=None>'],
    ['ListType(i8)()', '() -> ListType[int64]'],
    ['DictType(unicode_type,i8)()', '() -> DictType[unicode_type,int64]<iv=None>'],
    ['Set(i8)()', '() -> set(int64)'],
    ['optional(i8)()', '() -> OptionalType(int64)'],
    ['Optional(i8)()', '() -> OptionalType(int64)'],
    ['void()', '() -> none'],
    ['none(i8)', '(int64,) -> none'],
    ['string(unicode_type)', '(unicode_type,) -> unicode_type'],
    ['NPDatetime("D")(NPTimedelta("s"))', '(timedelta64[s],) -> datetime64[D]'],
    ['Array(f8,2,"C")()', '() -> array(float64, 2d, C)'],
    ['Array(f8,2,"C",readonly=True)()', '() -> readonly array(float64, 2d, C)'],
    [
      'b1(c16, c8, intp, uintp, int_, uint, long_)',
      '(complex128, complex64, int64, uint64, int64, uint64, int64) -> bool',
    ],
    ['i8(*(i8,f8))', '(int64, float64) -> int64'],
    [' i8(i8) ', '(int64,) -> int64'],
    ['UnicodeCharSeq(5)(CharSeq(3))', '([char x 3],) -> [unichr x 5]'],
    ['literal(5)()', '() -> Literal[int](5)'],
    ['pyobject(i8)', '(int64,) -> pyobject'],
    ['DType(f8)(NumberClass(f8))', '(class(float64),) -> dtype(float64)'],
  ])('%s', (text, expected) => {
    expect(shown(parseSignatureText(text, '0.68'))).toBe(expected);
    expect(shown(parseSignatureText(text, '0.56'))).toBe(expected);
  });

  test.each([
    ['bool(f8)', '0.68', '(float64,) -> bool'],
    ['bool(f8)', '0.56', "! bool is Python's, a signature needs Numba's boolean"],
    ['np_float64()', '0.68', '() -> float64'],
    ['np_float64()', '0.56', "! 'np_float64' is not a Numba type"],
    ['float_()', '0.56', '() -> float32'],
    ['float_()', '0.68', "! 'float_' is not a Numba type; did you mean float16?"],
  ])('%s in %s', (text, numba, expected) => {
    expect(shown(parseSignatureText(text, numba))).toBe(expected);
  });

  test.each([
    ['', 'the signature is empty'],
    ['float(float)', "float is Python's, a signature needs Numba's float64"],
    ['np.float64(i8)', "np.float64 is NumPy's, a signature needs Numba's float64"],
    ['int32', 'int32 is a type, not a signature; write (int32,) for the arguments, or returned(int32)'],
    ['i8[:]', 'i8[:] is a type, not a signature; write (i8[:],) for the arguments, or returned(i8[:])'],
    ['i8(i8', "'i8(i8' does not parse: '(' is never closed"],
    ['x(i8)', "'x' is not a Numba type"],
    ['flaot64(i8)', "'flaot64' is not a Numba type; did you mean float64?"],
    ['i8[3]()', 'i8[3]: an array type is written with bare slices, as in float64[:, ::1]'],
    ['i8[1:2]()', 'i8[1:2]: an array type is written with bare slices, as in float64[:, ::1]'],
    ['i8[:][:]()', 'the elements of an array cannot be arrays'],
    ['i8(i8)[:]', "'i8(i8)' cannot be indexed"],
    ['Array(f8,2,"X")()', "the layout of an Array is 'C', 'F' or 'A', not 'X'"],
    ['f8(Tuple(i8,f8))', 'Tuple takes its types as one tuple: Tuple((int64, float64))'],
    ['f8(Tuple)', 'Tuple needs arguments, as in Tuple(...)'],
    ['i8(3)', '3 is not a type'],
    ['UniTuple(i8)()', "UniTuple needs its argument 'count'"],
    ['NPDatetime("X")()', "NPDatetime: 'X' is no unit; the units are Y M W D h m s ms us ns ps fs as"],
  ])('%s is refused', (text, reason) => {
    expect(shown(parseSignatureText(text, '0.68'))).toBe(`! ${reason}`);
  });

  test('what Numba knows and Jitsight does not analyse is said to be so', () => {
    expect(parseSignatureText('f8(voidptr)', '0.68')).toMatchObject({ unanalysed: true });
    expect(parseSignatureText('FunctionType(f8(f8))()', '0.68')).toMatchObject({ unanalysed: true });
  });

  test('single types', () => {
    expect(parseTypeText('float64[:, ::1]', '0.68')).toMatchObject({ value: { ndim: 2, layout: 'C' } });
    expect(parseTypeText('int64(int64)', '0.68')).toMatchObject({
      reason: 'int64(int64) is a signature where a type is needed',
    });
  });
});

describe('expressions', () => {
  const imports =
    'import numba as nb\nfrom numba import njit, int32, float64, types\nfrom numba.core import types as ct\n';

  function inDecorator(signature: string, before = ''): string {
    const module = bindText(`${imports}${before}\n@njit(${signature})\ndef f(x): return x\n`);
    const { decorator } = functionNamed(module, 'f');
    return decorator!.signatures.map((one) => shown(signatureOf(one, module, '0.68'))).join(' | ');
  }

  test.each([
    ['int32(int32)', '(int32,) -> int32'],
    ['nb.float64[:, ::1](nb.int64)', '(int64,) -> array(float64, 2d, C)'],
    ['(int32, types.unicode_type)', '(int32, unicode_type)'],
    ["'f8(f8)'", '(float64,) -> float64'],
    ["[int32(int32), 'f8(f8)']", '(int32,) -> int32 | (float64,) -> float64'],
    ['types.UniTuple(types.int64, 2)(ct.float64)', '(float64,) -> UniTuple(int64 x 2)'],
    [
      'types.void(types.Array(types.float64, 1, "C", readonly=True))',
      '(readonly array(float64, 1d, C),) -> none',
    ],
    ['nb.types.containers.UniTuple(nb.int8, 2)()', '() -> UniTuple(int8 x 2)'],
    ['(int32,) * 3', '(int32, int32, int32)'],
    ["(int32, 'f8')", "! element 2 of (int32, 'f8') is not a type"],
    ['nb.flaot64(int32)', "! 'nb.flaot64' is not a Numba type; did you mean float64?"],
  ])('%s', (signature, expected) => {
    expect(inDecorator(signature)).toBe(expected);
  });

  test('through names', () => {
    expect(inDecorator('sig', 'f8 = float64\nvec = f8[::1]\nsig = f8(vec)\n')).toBe(
      '(array(float64, 1d, C),) -> float64',
    );
    expect(inDecorator('sigs', "sigs = ['i8(i8)', float64(float64)]\n")).toBe(
      '(int64,) -> int64 | (float64,) -> float64',
    );
    expect(inDecorator('a(a)', 'a = a\n')).toBe('! nested too deeply');
    expect(inDecorator('nope(int32)')).toBe("! 'nope' is not a Numba type; did you mean none?");
  });
});
