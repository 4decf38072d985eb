import type { CallSite, Meaning } from './boundModule';

/** The site, marked where the name that is called means a plain function that another name has compiled. */
export function markInterpreted<Site extends CallSite>(site: Site, meaning: Meaning): Site {
  const isPlain =
    meaning.kind === 'function' && meaning.isDefinition && meaning.function.decorator?.form === 'wrap';
  return isPlain ? { ...site, isInterpreted: true } : site;
}
