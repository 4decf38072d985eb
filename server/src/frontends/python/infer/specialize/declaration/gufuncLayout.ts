export interface GufuncLayout {
  /** Dimension names per input: `(m,n),(n)` is `[['m', 'n'], ['n']]`. */
  readonly inputs: readonly (readonly string[])[];
  readonly outputs: readonly (readonly string[])[];
}

/** Reads `(m,n),(n)->(m)`, or `(m),(n)` of inputs that are changed in place; a text says what is wrong with it. */
export function parseLayout(text: string): GufuncLayout | string {
  const [left, right = '', ...others] = text.split('->');
  if (others.length > 0) return `'${text}' needs one '->' between inputs and outputs`;
  const inputs = parseSide(left!);
  const outputs = parseSide(right);
  if (typeof inputs === 'string') return inputs;
  return typeof outputs === 'string' ? outputs : { inputs, outputs };
}

function parseSide(text: string): string[][] | string {
  const side = text.replace(/\s+/g, '');
  if (side === '') return [];
  if (!/^\([^()]*\)(,\([^()]*\))*$/.test(side)) return `bad token in signature '${text.trim()}'`;
  const groups = [...side.matchAll(/\(([^()]*)\)/g)].map((match) => match[1]!.split(',').filter(Boolean));
  const bad = groups.flat().find((name) => !/^[A-Za-z_]\w*$/.test(name));
  return bad === undefined ? groups : `bad token in signature '${bad}'`;
}
