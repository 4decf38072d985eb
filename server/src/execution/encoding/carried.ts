import type { WireType } from '../../frontends/frontend';
import { wireName } from './wireName';

/** The part of a type that the runner cannot carry between Python and compiled code; undefined when all of it can. */
export function notCarried(type: WireType): string | undefined {
  switch (type.kind) {
    case 'opaque':
      return type.name;
    case 'optional':
      return notCarried(type.value);
    case 'array':
      return type.element.kind === 'opaque' || type.element.kind === 'str' ? wireName(type) : undefined;
    case 'list':
      return notCarried(type.element);
    case 'set':
      return notCarried(type.element);
    case 'dict':
      return notCarried(type.key) ?? notCarried(type.value);
    case 'tuple':
      return type.elements.map(notCarried).find((part) => part !== undefined);
    default:
      return undefined;
  }
}
