import type { Expression, Name } from '../parse/ast';
import type { NumbaType } from '../types/numbaType';
import { typesEqual } from '../types/typesEqual';
import { unifyPair, widen } from '../types/unify';
import { type Inference, lineOf, report } from './inference';
import type { RelatedFact } from './problem';
import type { Version } from './ssa';

/** The type of the version that a name reads; undefined while nothing is known or after a clash. */
export function versionType(inf: Inference, version: Version): NumbaType | undefined {
  if (version.isPhi) mergeOperands(inf, version);
  return inf.round.clashes.has(version) ? undefined : inf.versionTypes.get(version);
}

/** Adds what an assignment gives to the version's type, as Numba's TypeVar.add_type. */
export function assignVersion(inf: Inference, version: Version, type: NumbaType, value?: Expression): void {
  if (value) inf.definedBy.set(version, value);
  if (grow(inf, version, type) === 'clash') {
    reportClash(inf, version, inf.versionTypes.get(version)!, type);
  }
}

/** Makes the type of what an expression holds precise, back through the assignments it came by. */
export function refine(inf: Inference, expression: Expression, type: NumbaType): void {
  if (expression.kind === 'Name') {
    const version = inf.ssa.form.uses.get(expression);
    if (version) refineVersion(inf, version, type);
    return;
  }
  if (!setRefined(inf, expression, type)) return;
  if (expression.kind === 'IfExp') {
    refine(inf, expression.body, type);
    refine(inf, expression.orelse, type);
  }
}

function refineVersion(inf: Inference, version: Version, type: NumbaType): void {
  if (grow(inf, version, keepInitial(inf.versionTypes.get(version), type), widen) !== 'grown') return;
  const source = inf.definedBy.get(version);
  if (source) refine(inf, source, type);
  // Numba remembers only the operand that it looked at last.
  const last = version.operands.findLast((operand) => operand !== undefined);
  if (last && inf.versionTypes.get(last)?.kind !== 'dispatcher') refineVersion(inf, last, type);
}

function setRefined(inf: Inference, expression: Expression, type: NumbaType): boolean {
  const known = inf.refined.get(expression);
  const wanted = keepInitial(inf.round.types.get(expression), type);
  const unified = known ? widen(known, wanted) : wanted;
  if (!unified || (known && typesEqual(known, unified))) return false;
  inf.refined.set(expression, unified);
  inf.round.changed = true;
  return true;
}

/** What a display held first stays known while its element type widens. */
function keepInitial(known: NumbaType | undefined, type: NumbaType): NumbaType {
  const keeps = known?.kind === 'list' && type.kind === 'list' && known.initial !== undefined;
  return keeps && type.initial === undefined ? { ...type, initial: known.initial } : type;
}

function grow(
  inf: Inference,
  version: Version,
  type: NumbaType,
  join: typeof unifyPair = unifyPair,
): 'grown' | 'same' | 'clash' {
  const known = inf.versionTypes.get(version);
  const unified = known ? join(known, type) : type;
  if (!unified) return 'clash';
  if (known && typesEqual(known, unified)) return 'same';
  inf.versionTypes.set(version, unified);
  inf.round.changed = true;
  return 'grown';
}

const merging = new WeakMap<Inference, Set<Version>>();

function mergeOperands(inf: Inference, phi: Version): void {
  const active = merging.get(inf) ?? new Set();
  merging.set(inf, active);
  if (active.has(phi)) return;
  active.add(phi);
  for (const operand of phi.operands) {
    const type = operand && versionType(inf, operand);
    if (!type || inf.round.clashes.has(phi)) continue;
    if (grow(inf, phi, type) === 'clash') {
      reportClash(inf, phi, inf.versionTypes.get(phi)!, type, operand);
    }
  }
  active.delete(phi);
}

function reportClash(
  inf: Inference,
  version: Version,
  first: NumbaType,
  second: NumbaType,
  operand?: Version,
): void {
  inf.round.clashes.add(version);
  const related = version.operands.flatMap((each) => assignment(inf, each));
  const place = operand?.node ?? version.node ?? inf.node;
  const line = numbaLine(inf, version);
  report(
    inf,
    'typing',
    place,
    { kind: 'cannot-unify', subject: version.symbol.name, types: [first, second] },
    { related, ...(line !== undefined && { numbaLine: line }) },
  );
}

/** Where a version's value was assigned, looking through phis. */
function assignment(inf: Inference, version: Version | undefined, depth = 0): RelatedFact[] {
  if (!version || depth > 3) return [];
  if (version.isPhi) return version.operands.flatMap((each) => assignment(inf, each, depth + 1));
  if (!version.node) return [];
  const type = inf.versionTypes.get(version);
  return [
    {
      range: version.node.range,
      role: 'assigned',
      subject: version.symbol.name,
      ...(type && { type }),
    },
  ];
}

// Numba puts a phi where the code that first needs it begins.
function numbaLine(inf: Inference, version: Version): number | undefined {
  if (!version.isPhi) return undefined;
  const phi = inf.ssa.numbering.versions.find((raw) => raw.isPhi && raw.name === version.name);
  const leader = phi?.askedBy.leader ?? inf.ssa.leaderOf.get(version);
  return leader && lineOf(inf, leader.range.start);
}

/** The version a name reads where no path assigned it: Numba goes on with the variable's first one. */
export function firstVersion(inf: Inference, name: Name): Version | undefined {
  return inf.ssa.form.versions.find((version) => version.symbol.name === name.id && !version.isPhi);
}
