import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, test } from 'vitest';
import { bind } from '../../../src/frontends/python/bind/bind';
import { createContext } from '../../../src/frontends/python/infer/context';
import { inferFunction } from '../../../src/frontends/python/infer/inferFunction';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { parse } from '../../../src/frontends/python/parse/parse';
import { arrayOf, float64, int64, type NumbaType, none } from '../../../src/frontends/python/types/numbaType';
import { recordedModules } from './recorded';

beforeAll(loadGrammar);

function typeEverything(text: string): number {
  const module = bind(new SourceFile('half.py', text), parse(text));
  const context = createContext({ numba: '0.68' });
  let typed = 0;
  for (const fn of module.functions) {
    for (const type of [int64, arrayOf(float64, 1), none] satisfies NumbaType[]) {
      const args = fn.node.params.map(() => type);
      const result = inferFunction({ module, node: fn.node, function: fn }, args, context);
      if (result.returnType) typed++;
    }
  }
  return typed;
}

describe.each(recordedModules('inference-0.68').map((module) => [module.name, module.text] as const))(
  'text of %s',
  (_name, text) => {
    test('any prefix is typed without an exception', () => {
      // Whole definitions repeat in every longer prefix, so each prefix starts a little before its end.
      for (let end = 40; end < text.length; end += 37) {
        const start = Math.max(0, text.lastIndexOf('\n\n\n', end - 400));
        expect(() => typeEverything(text.slice(start, end))).not.toThrow();
      }
    });

    test('any text with a line missing is typed without an exception', () => {
      const lines = text.split('\n');
      for (let i = 0; i < lines.length; i += 3) {
        const from = Math.max(0, i - 12);
        const damaged = [...lines.slice(from, i), ...lines.slice(i + 1, i + 12)].join('\n');
        expect(() => typeEverything(damaged)).not.toThrow();
      }
    });
  },
);
