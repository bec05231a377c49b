import { type EvidenceBody, type EvidenceDocument, type EvidenceModelName, issueEvidence } from '@oots/evidence';
import { type Authority, referenceOf } from '../catalogue/authority.js';
import { classificationOf } from '../catalogue/identifiers.js';

/** What is known of the fact an evidence states, beside the fact. */
export interface Fact {
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly provisional?: boolean;
}

/** Who issues an evidence type in a country, and in which language its values are. */
export class EvidenceSource<Name extends EvidenceModelName> {
  constructor(
    readonly evidenceType: Name,
    readonly authority: Authority,
  ) {}

  issue(body: EvidenceBody<Name>, issuedAt: Date, fact: Fact = {}): EvidenceDocument {
    return issueEvidence(this.evidenceType, body, {
      classification: classificationOf(this.authority.country, this.evidenceType),
      issuedAt,
      provider: referenceOf(this.authority),
      language: this.authority.language.toLowerCase(),
      ...fact,
    });
  }
}
