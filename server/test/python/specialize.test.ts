import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, expect, test } from 'vitest';
import { pythonFrontend } from '../../src/frontends/python/pythonFrontend';

const text = `from numba import njit


@njit("int32(int32)")
def narrow(x):
    return x


def one(x):
    return x


def any_number(*xs):
    return len(xs)


EPSILON = 2.0 * 0.25


def near(x, limit=EPSILON):
    return x < limit


def count(n):
    for i in range(n):
        yield i
`;

beforeAll(() => pythonFrontend.start());

function specialized(name: string, signature: string) {
  const settings = { numba: '0.68', numbaSource: 'option' as const, rules: {} };
  const file = new SourceFile('file:///specialize.py', text);
  return pythonFrontend.specialize(file, settings, { files: [] }, name, signature);
}

test.each([
  ['narrow', '(array(float64, 1d, C),)', 'no explicit signature takes these types'],
  ['one', '(int64, int64)', 'too many arguments: expected 1, got 2'],
])('a call of %s with %s is refused before anything compiles', (name, signature, problem) => {
  expect(specialized(name, signature)).toEqual({ problem: expect.stringContaining(problem), refused: true });
});

test('arguments that *args collects are no surplus', () => {
  expect(specialized('any_number', '(int64, int64)')).toMatchObject({ verdict: 'compiles' });
});

test('a default may name a constant of the module', () => {
  const near = specialized('near', '(float64,)');
  expect(near).toMatchObject({ verdict: 'compiles', returnType: 'bool' });
  expect('lower' in near && 'ir' in near.lower()).toBe(true);
});

test('a generator is typed as Numba prints it', () => {
  expect(specialized('count', '(int64,)')).toMatchObject({
    returnType: 'int64 generator(func=<function count at 0x0>, args=(int64,), has_finalizer=True)',
  });
});
