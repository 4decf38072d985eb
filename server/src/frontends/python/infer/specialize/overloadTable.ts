import type { BoundFunction, BoundModule } from '../../bind/boundModule';

/** Per module, the functions registered with `@overload(target)`, by the target: a qualified name or a function of the module. */
export type OverloadTable = Map<BoundModule, Map<string | BoundFunction, BoundFunction[]>>;
