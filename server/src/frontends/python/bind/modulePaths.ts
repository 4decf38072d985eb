import type { BoundModule } from './boundModule';

/** Finds the file that a dotted module name means to another file, by where the files lie. */
export function makeModuleFinder(
  modules: readonly BoundModule[],
): (from: BoundModule, dotted: string) => BoundModule | undefined {
  const places = new Map<string | undefined, Place[]>();
  for (const module of modules) {
    const path = modulePath(module.file.uri);
    const last = path.at(-1);
    const known = places.get(last);
    if (known) known.push({ module, path });
    else places.set(last, [{ module, path }]);
  }
  return (from, dotted) => {
    const level = /^\.*/.exec(dotted)![0].length;
    const parts = dotted
      .slice(level)
      .split('.')
      .filter((part) => part !== '');
    if (level > 0) {
      const home = folderOf(from.file.uri);
      const wanted = [...home.slice(0, home.length - (level - 1)), ...parts];
      return places.get(wanted.at(-1))?.find(({ path }) => equal(path, wanted))?.module;
    }
    const named = parts.length > 0 ? places.get(parts.at(-1)) : undefined;
    return named && nearest(named, from, parts);
  };
}

interface Place {
  readonly module: BoundModule;
  readonly path: readonly string[];
}

function nearest(
  places: readonly Place[],
  from: BoundModule,
  parts: readonly string[],
): BoundModule | undefined {
  const home = folderOf(from.file.uri);
  const candidates = places.filter(({ module, path }) => module !== from && endsWith(path, parts));
  const near = candidates
    .map((one) => ({ ...one, root: one.path.slice(0, one.path.length - parts.length) }))
    .filter(({ root }) => equal(root, home.slice(0, root.length)))
    .sort((a, b) => b.root.length - a.root.length);
  // A source folder beside the importing one is on the path by configuration: believed when nothing else fits.
  return (near[0] ?? (candidates.length === 1 ? candidates[0] : undefined))?.module;
}

/** `/project/pkg/mod.py` is `project pkg mod`, a package's `__init__.py` the package. */
function modulePath(uri: string): readonly string[] {
  const parts = partsOf(uri.replace(/\.pyi?$/, ''));
  return parts.at(-1) === '__init__' ? parts.slice(0, -1) : parts;
}

function folderOf(uri: string): readonly string[] {
  return partsOf(uri).slice(0, -1);
}

function partsOf(uri: string): string[] {
  return uri
    .replace(/^[a-z-]+:\/\//, '')
    .split('/')
    .filter((part) => part !== '');
}

function endsWith(path: readonly string[], end: readonly string[]): boolean {
  return equal(path.slice(-end.length), end);
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
