import type { Language, Tree } from 'web-tree-sitter';

/** A node of tree-sitter's tree as plain data, without comments and line continuations. */
export interface RawNode {
  readonly type: string;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly named: boolean;
  /** Inserted by error recovery; it has no text. */
  readonly missing: boolean;
  /** It or something in it is an error. */
  broken: boolean;
  readonly children: RawNode[];
}

export interface RawTree {
  readonly root: RawNode;
  readonly comments: readonly RawNode[];
}

/** Copies a tree out of Wasm memory in one cursor walk; node getters would cost a call into Wasm each. */
export function readTree(tree: Tree, base: number): RawTree {
  const names = namesOf(tree.language);
  const comments: RawNode[] = [];
  const cursor = tree.walk();
  const read = (): RawNode => {
    const typeId = cursor.nodeTypeId;
    const start = cursor.startIndex + base;
    const end = cursor.endIndex + base;
    const type = names.types[typeId] ?? 'ERROR';
    const missing = start === end && cursor.nodeIsMissing;
    return {
      type,
      field: names.fields[cursor.currentFieldId] ?? undefined,
      start,
      end,
      named: names.named[typeId] ?? true,
      missing,
      broken: missing || type === 'ERROR',
      children: [],
    };
  };
  const root = read();
  const parents: RawNode[] = [];
  let node = root;
  walk: for (;;) {
    if (!leaves.has(node.type) && cursor.gotoFirstChild()) {
      parents.push(node);
    } else {
      while (!cursor.gotoNextSibling()) {
        const parent = parents.pop();
        if (!parent) break walk;
        const grandparent = parents.at(-1);
        if (parent.broken && grandparent) grandparent.broken = true;
        cursor.gotoParent();
        if (!grandparent) break walk;
      }
    }
    node = read();
    if (node.type === 'comment') comments.push(node);
    else if (node.type !== 'line_continuation') {
      const parent = parents.at(-1)!;
      parent.children.push(node);
      if (node.broken) parent.broken = true;
    }
  }
  cursor.delete();
  return { root, comments };
}

/** Their inside is read from the text, if at all. */
const leaves = new Set(['string_content', 'identifier', 'integer', 'float', 'comment', 'import_prefix']);

interface Names {
  readonly types: readonly string[];
  readonly named: readonly boolean[];
  readonly fields: readonly (string | null)[];
}

const namesByLanguage = new WeakMap<Language, Names>();

function namesOf(language: Language): Names {
  let names = namesByLanguage.get(language);
  if (!names) {
    const types = Array.from(
      { length: language.nodeTypeCount },
      (_, id) => language.nodeTypeForId(id) ?? 'ERROR',
    );
    names = { types, named: types.map((_, id) => language.nodeTypeIsNamed(id)), fields: language.fields };
    namesByLanguage.set(language, names);
  }
  return names;
}
