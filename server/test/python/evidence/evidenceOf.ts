import { linkModules } from '../../../src/frontends/python/bind/imports';
import {
  type ArgumentTuple,
  argumentTypes,
} from '../../../src/frontends/python/infer/evidence/argumentTypes';
import { typeName } from '../../../src/frontends/python/types/typeName';
import { bindText, functionNamed } from '../bind/bindText';

/** `x: int64 (call), n: int64 (default, omitted)` per tuple of types that f is called with. */
export function evidenceOf(
  text: string,
  name = 'f',
  others: Readonly<Record<string, string>> = {},
): string[] {
  const module = bindText(text, 'file:///w/main.py');
  const rest = Object.entries(others).map(([path, source]) => bindText(source, `file:///w/${path}`));
  return argumentTypes(functionNamed(module, name), linkModules([module, ...rest])).map(inWords);
}

function inWords(tuple: ArgumentTuple): string {
  return tuple
    .map(
      ({ name, type, origin, omitted }) =>
        `${name}: ${typeName(type)} (${origin.kind}${omitted ? ', omitted' : ''})`,
    )
    .join(', ');
}
