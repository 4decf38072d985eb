import type { Constant } from '../ast';
import type { RawNode } from '../rawTree';
import { addProblem, type Conversion, rangeOf, textOf } from './conversion';

/** Integer, float and imaginary literals, with underscores and prefixes. */
export function convertNumber(conversion: Conversion, node: RawNode): Constant {
  const text = textOf(conversion, node);
  const range = rangeOf(node);
  const digits = text.replaceAll('_', '').toLowerCase();
  const misplaced = /^0[xob]/i.test(text) ? /_$|__/ : /_$|__|_[.ej]|[.]_/i;
  if (misplaced.test(text)) addProblem(conversion, range, 'misplaced _ in a number');
  if (digits.endsWith('j')) {
    return { kind: 'Constant', range, value: { type: 'complex', value: Number(digits.slice(0, -1)) } };
  }
  if (node.type === 'float') {
    return { kind: 'Constant', range, value: { type: 'float', value: Number(digits) } };
  }
  return { kind: 'Constant', range, value: { type: 'int', value: integer(conversion, node, digits) } };
}

function integer(conversion: Conversion, node: RawNode, digits: string): bigint {
  if (digits.endsWith('l')) {
    addProblem(conversion, rangeOf(node), 'Python 3 has no L suffix: every int is as long as it needs to be');
    return integer(conversion, node, digits.slice(0, -1));
  }
  if (/^0[0-9]*[1-9]/.test(digits)) {
    addProblem(conversion, rangeOf(node), 'a number cannot start with 0; octal is written 0o17');
    return BigInt(digits.replace(/^0+/, ''));
  }
  try {
    return BigInt(digits);
  } catch {
    addProblem(conversion, rangeOf(node), `not a number: ${digits}`);
    return 0n;
  }
}
