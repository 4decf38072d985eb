import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, expect, test } from 'vitest';
import { bind } from '../../../src/frontends/python/bind/bind';
import { buildSsa, type Ssa } from '../../../src/frontends/python/infer/ssa/buildSsa';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { parse } from '../../../src/frontends/python/parse/parse';

beforeAll(loadGrammar);

function ssaOf(body: string, numba = '0.68'): Ssa {
  const text = `def f(n, c):\n${body.replace(/^/gm, '    ')}\n`;
  const module = bind(new SourceFile('test.py', text), parse(text));
  return buildSsa(module, module.functions[0]!.node, numba, () => undefined);
}

/** The copies of each edge, as `kind: phi = operand`. */
function copies(ssa: Ssa): string[] {
  return ssa.form.edges.flatMap((edge) =>
    edge.copies.map(({ phi, operand }) => `${edge.kind}: ${phi.name} = ${operand?.name ?? 'unassigned'}`),
  );
}

/** The version that each read of a variable sees, in order of the source. */
function reads(ssa: Ssa, variable: string): string[] {
  return [...ssa.form.uses]
    .filter(([name]) => name.id === variable)
    .sort(([a], [b]) => a.range.start - b.range.start)
    .map(([, version]) => version.name);
}

const names = (ssa: Ssa): string[] => ssa.numbering.versions.map((version) => version.name).sort();

test('a variable assigned once keeps its name', () => {
  const ssa = ssaOf('x = n\nreturn x + n');
  expect(reads(ssa, 'x')).toEqual(['x']);
  expect(copies(ssa)).toEqual([]);
});

test('branches meet in a phi', () => {
  const ssa = ssaOf('if c:\n    x = 1\nelse:\n    x = 2.5\nreturn x');
  expect(reads(ssa, 'x')).toEqual(['x.2']);
  expect(copies(ssa)).toEqual(['thenEnd: x.2 = x', 'elseEnd: x.2 = x.1']);
});

test('a branch alone meets what was there before', () => {
  expect(copies(ssaOf('x = 1\nif c:\n    x = 2.5\nreturn x'))).toEqual([
    'elseEnd: x.2 = x',
    'thenEnd: x.2 = x.1',
  ]);
});

test('one path may leave a variable unassigned, since Numba 0.57 with a phi of its own', () => {
  const body = 'if c:\n    x = 1\nreturn x';
  expect(copies(ssaOf(body))).toEqual(['elseEnd: x.1 = unassigned', 'thenEnd: x.1 = x']);
  expect(names(ssaOf(body))).toEqual(['c', 'n', 'x', 'x.1']);
  expect(names(ssaOf(body, '0.56'))).toEqual(['c', 'n', 'x']);
});

test('loops have a phi at their head', () => {
  const ssa = ssaOf('s = 0\nfor i in range(n):\n    s = s + 0.5\nreturn s');
  expect(copies(ssa)).toEqual(['loopEntry: s.2 = s', 'loopBack: s.2 = s.1']);
  expect(reads(ssa, 's')).toEqual(['s.2', 's.2']);
});

test('break, continue and else lead to different merges', () => {
  const ssa = ssaOf(`s = 0
while n:
    if c:
        s = 1
        break
    s = 2
    if s:
        continue
    s = 3
else:
    s = 4
return s`);
  const kinds = copies(ssa).map((copy) => copy.split(' ')[0]);
  expect(kinds).toContain('break:');
  expect(kinds).toContain('loopExhausted:');
  expect(ssa.form.versions.filter((version) => version.isPhi && version.operands.length < 2)).toEqual([]);
});

test('an augmented assignment reads one version and makes the next', () => {
  const ssa = ssaOf('x = n\nx += 1\nreturn x');
  const [target, read] = [...ssa.form.augmentedUses][0]!;
  expect(read.name).toBe('x');
  expect(ssa.form.definitions.get(target)?.name).toBe('x.1');
});

test('handlers see every version of the body', () => {
  const ssa = ssaOf('x = 0\ntry:\n    x = 1\n    x = 2.5\nexcept Exception:\n    return x\nreturn x');
  expect(copies(ssa).filter((copy) => copy.startsWith('tryPoint'))).toHaveLength(3);
});

test('reading what nothing assigned is noted', () => {
  const ssa = ssaOf('y = y + 1\nreturn y');
  expect(ssa.unassigned.size).toBe(1);
});

test('straight reassignments are numbered before those of SSA proper', () => {
  const ssa = ssaOf('x = 5\nx = 2.5\nfor i in range(n):\n    x = i\nreturn x');
  expect(names(ssa).filter((name) => name.startsWith('x'))).toEqual(['x', 'x.1', 'x.1.1', 'x.1.2']);
});

test('a while tests again at its end: two merges in Numba, one here', () => {
  const ssa = ssaOf('s = 0\nwhile s < n:\n    s = s + 0.5\nreturn s');
  expect(names(ssa).filter((name) => name.startsWith('s'))).toEqual(['s', 's.1', 's.2', 's.3']);
  expect(copies(ssa)).toEqual(['loopEntry: s.2 = s', 'loopBack: s.2 = s.1']);
});
