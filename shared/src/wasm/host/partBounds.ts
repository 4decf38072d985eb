export interface PartBounds {
  readonly first: bigint;
  readonly last: bigint;
  readonly part: number;
}

/** Part `part` of `parts` of the trips from `first` to `last`, in lengths that differ by one at most. */
export function boundsOf(first: bigint, last: bigint, part: number, parts: number): PartBounds {
  const trips = Number(last - first);
  const at = (edge: number) => first + BigInt(Math.floor((trips * edge) / parts));
  return { first: at(part), last: part + 1 === parts ? last : at(part + 1), part };
}
