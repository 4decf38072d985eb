import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import type { RuleContext } from '../rules/rule';
import { decoratorEdit } from './decorateFunction';
import { importNames } from './importName';

/** The scalar signature of an elementwise function, in Numba's type names: `['int64', 'float64']`, `'float64'`. */
export interface ElementSignature {
  readonly parameters: readonly string[];
  readonly result: string;
}

/** `@vectorize([int64(int64, int64)])` on an elementwise function, with the imports that the types need. */
export function wrapInVectorize(fn: BoundFunction, signature: ElementSignature, context: RuleContext): Fix {
  return {
    id: 'wrap-in-vectorize',
    title: `Compile '${fn.node.name}' with @vectorize for ${signature.result}(${signature.parameters.join(', ')})`,
    kind: 'refactor.rewrite',
    safe: false,
    edits: () => vectorizeEdits(fn, signature, context),
  };
}

function vectorizeEdits(
  fn: BoundFunction,
  signature: ElementSignature,
  context: RuleContext,
): readonly TextEdit[] {
  const names = [...new Set(['vectorize', signature.result, ...signature.parameters])];
  const clash = names.some((name) => context.module.moduleScope.symbols.has(name) && name !== 'vectorize');
  if (clash) {
    // Type names that the file uses for something else go into the signature's string form.
    const { references, edits } = importNames(context, 'numba', ['vectorize']);
    return [
      ...edits,
      decoratorEdit(
        context,
        fn,
        `${references[0]}(["${signature.result}(${signature.parameters.join(', ')})"])`,
      ),
    ];
  }
  const { references, edits } = importNames(context, 'numba', names);
  const spell = new Map(names.map((name, i) => [name, references[i]!]));
  const params = signature.parameters.map((name) => spell.get(name)).join(', ');
  return [
    ...edits,
    decoratorEdit(context, fn, `${spell.get('vectorize')}([${spell.get(signature.result)}(${params})])`),
  ];
}
