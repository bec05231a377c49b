import type { ExchangeMode } from '@oots/consent';
import type { EvidenceModelName } from '@oots/evidence';

/** One thing that one country could ask of another, in one way. */
export interface MatrixCell {
  /** Country that asks. */
  readonly requester: string;
  /** Country that answers. */
  readonly provider: string;
  readonly evidenceType: EvidenceModelName;
  /** Code of the Procedures list, `00` for the system check; null where the requester asks for it in none. */
  readonly procedure: string | null;
  /** Null where nothing is there to be exchanged in any mode. */
  readonly mode: ExchangeMode | null;
  /** `oots-edm:v2.0`; null as the mode. */
  readonly specification: string | null;
}

/** A cell that the directories declare and the policy allows. */
export interface PlannedCell extends MatrixCell {
  readonly procedure: string;
  readonly mode: ExchangeMode;
  readonly specification: string;
}

/** Why nothing is tried in a cell. */
export const EMPTY_REASONS = {
  'not-offered': 'The provider declares no data service for the evidence type',
  'not-asked-for': 'No procedure of the requester asks for the evidence type',
  'version-not-announced': 'The data service does not announce the version',
  'other-mode-by-policy': 'The version is announced, and the policy table decides for a mode that travels in another',
  'consent-needed': 'The policy table allows the exchange on a consent only, and nobody can give one yet',
  'nobody-has-it': 'Nobody in the synthetic registers has such an evidence',
} as const;

export type EmptyReason = keyof typeof EMPTY_REASONS;

/** A cell in which nothing is tried, because somebody declared so. */
export interface EmptyCell extends MatrixCell {
  readonly outcome: 'empty';
  readonly reason: EmptyReason;
  /** For people: who declared what. */
  readonly because: string;
}

/** A cell that was tried on the running network. */
export interface TriedCell extends PlannedCell {
  readonly outcome: 'passed' | 'failed';
  /** What did not hold; none when it passed. */
  readonly problems: readonly string[];
  /** From the opening of the case to the settlement of the exchange; null when it did not settle. */
  readonly milliseconds: number | null;
  readonly conversationId: string | null;
  readonly exchangeId: string | null;
}

/** How a tried cell is called: `FI asks EE for residence in V1, background-law, oots-edm-bg:v0.1`. */
export function nameOf({ requester, provider, evidenceType, procedure, mode, specification }: PlannedCell): string {
  return `${requester} asks ${provider} for ${evidenceType} in ${procedure}, ${mode}, ${specification}`;
}
