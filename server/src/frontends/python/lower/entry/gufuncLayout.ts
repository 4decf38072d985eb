import { NotLowered } from '../lowering';

/** Names of the core dimensions of each operand: `(n,m),(m)->(n)`. */
export interface GufuncLayout {
  readonly text: string;
  readonly inputs: readonly (readonly string[])[];
  readonly outputs: readonly (readonly string[])[];
}

export function parseLayout(text: string): GufuncLayout {
  const compact = text.replace(/\s+/g, '');
  const [inputs, outputs, ...rest] = compact.split('->');
  if (inputs === undefined || rest.length > 0) throw new NotLowered(`the layout ${text} cannot be read`);
  return { text: compact, inputs: operands(inputs), outputs: operands(outputs ?? '') };
}

function operands(text: string): string[][] {
  return [...text.matchAll(/\(([^)]*)\)/g)].map(([, names]) =>
    names!.split(',').filter((name) => name !== ''),
  );
}
