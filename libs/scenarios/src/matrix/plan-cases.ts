import { systemCheckSubject } from '@oots/countries';
import type { CountryProfile } from '@oots/node';
import { Inhabitants, type Inhabitant, type MatrixSubject, type SignInIdentity } from './inhabitants.js';
import type { EmptyCell, PlannedCell } from './matrix-cell.js';

/** Cells that one case tries: one pair, one procedure, one invented person. */
export interface PlannedCase {
  readonly requester: string;
  readonly provider: string;
  readonly procedure: string;
  readonly subject: MatrixSubject;
  /** Who signs in before a preview. */
  readonly signsIn: SignInIdentity;
  readonly cells: readonly PlannedCell[];
}

/** How the cells are tried. */
export interface CasePlan {
  readonly cases: readonly PlannedCase[];
  /** Cells about which nobody could be asked. */
  readonly empty: readonly EmptyCell[];
}

/**
 * Finds for every cell an invented person who has the evidence, and puts cells that share pair, procedure and person into one
 * case.
 *
 * @param seed the one that the nodes were started with
 * @param now only decides what is on record today
 */
export async function planCases(
  cells: readonly PlannedCell[],
  profiles: readonly CountryProfile[],
  seed: number,
  now: Date,
): Promise<CasePlan> {
  const countries = new Map(profiles.map((profile) => [profile.country, new Inhabitants(profile, seed)]));
  const cases: PlannedCase[] = [];
  const empty: EmptyCell[] = [];
  for (const [pair, ofPair] of grouped(cells, ({ requester, provider }) => `${requester} ${provider}`)) {
    const [requester = '', provider = ''] = pair.split(' ');
    const people = [
      ...((await countries.get(provider)?.identifiedTowards(requester, now)) ?? []),
      systemCheckPerson(provider, requester),
    ];
    for (const [procedure, asked] of grouped(ofPair, (cell) => cell.procedure)) {
      const share = covered(asked, people);
      cases.push(...share.parts.map((part) => ({ requester, provider, procedure, ...part })));
      empty.push(...share.uncovered.map(nobodyHasIt));
    }
  }
  return { cases, empty };
}

/** The fewest people that are easy to find: always whoever has most of what is still missing. */
function covered(cells: readonly PlannedCell[], people: readonly Inhabitant[]) {
  const parts: Pick<PlannedCase, 'subject' | 'signsIn' | 'cells'>[] = [];
  let missing = cells;
  for (;;) {
    const served = ({ has }: Inhabitant) => missing.filter(({ evidenceType }) => has.has(evidenceType));
    const best = people.reduce<Inhabitant | undefined>(
      (one, other) => (served(other).length > (one === undefined ? 0 : served(one).length) ? other : one),
      undefined,
    );
    if (best === undefined) return { parts, uncovered: missing };
    const taken = served(best);
    parts.push({ subject: best.subject, signsIn: best.signsIn, cells: taken });
    missing = missing.filter((cell) => !taken.includes(cell));
  }
}

function systemCheckPerson(provider: string, requester: string): Inhabitant {
  const { eidasIdentifier, ...names } = systemCheckSubject(provider, requester);
  const subject = { eidasIdentifier, ...names, levelOfAssurance: 'High' as const };
  return { subject, signsIn: { ...names, nationalIdentifier: 'SYSTEM-CHECK' }, has: new Set(['system-check']) };
}

function nobodyHasIt(cell: PlannedCell): EmptyCell {
  const because = `nobody in the registers of ${cell.provider} has ${cell.evidenceType}`;
  return { ...cell, outcome: 'empty', reason: 'nobody-has-it', because };
}

function grouped<T>(all: readonly T[], by: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(all, by);
}
