import type { Assessment } from './assess-person.js';
import type { IdentifierQuality, Thresholds } from './matching-policy.js';

/** What a register found under the claims of one request. */
export interface Findings<Candidate> {
  /** Whom the identifier leads to. */
  readonly identified?: {
    readonly candidate: Candidate;
    readonly quality: Exclude<IdentifierQuality, 'none'>;
  };
  /** Whom the other claims lead to; may contain the identified one. */
  readonly alike: readonly Candidate[];
  /** True when this register would know the identifier if anybody had it, so that nobody has. */
  readonly identifierOfNobody: boolean;
}

/**
 * Everybody whom the claims fit under a policy. An identifier names one candidate, and the others do not come into it, except
 * that one of them who fits the claims better makes the request contradict itself: then nobody fits.
 */
export function whoFits<Candidate>(
  { identified, alike, identifierOfNobody }: Findings<Candidate>,
  assess: (candidate: Candidate) => Assessment,
  thresholds: Thresholds,
): readonly Candidate[] {
  const scored = alike.map((candidate) => ({ candidate, score: assess(candidate).score }));
  if (identified) {
    const { score } = assess(identified.candidate);
    const contradicted = scored.some((other) => other.score > score);
    return score >= thresholds[identified.quality] && !contradicted ? [identified.candidate] : [];
  }
  if (identifierOfNobody) return [];
  return scored.filter(({ score }) => score >= thresholds.none).map(({ candidate }) => candidate);
}
