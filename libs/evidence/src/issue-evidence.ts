import { type EvidenceDocument, type EvidenceEnvelope, evidenceIdOf } from './envelope.js';
import { EVIDENCE_MODELS, type EvidenceBody, type EvidenceModelName } from './evidence-model.js';

/** What the provider adds to a body to make it evidence. */
export interface EvidenceIssue {
  /** `https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/<CC>/<uuid>` */
  readonly classification: string;
  /** Time of extraction. */
  readonly issuedAt: Date;
  readonly provider: EvidenceEnvelope['provider'];
  /** Two lower-case letters: the language the values are in. */
  readonly language: string;
  /** Since when the fact holds, where the register knows. */
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  /** True for figures that may still change. */
  readonly provisional?: boolean;
}

/** Puts the common envelope around a body. Elements of the body that are undefined are left out. */
export function issueEvidence<Name extends EvidenceModelName>(
  name: Name,
  body: EvidenceBody<Name>,
  issue: EvidenceIssue,
): EvidenceDocument {
  const document = {
    $schema: EVIDENCE_MODELS[name].schemaId,
    evidenceType: name,
    evidenceTypeClassification: issue.classification,
    issuedAt: issue.issuedAt.toISOString(),
    ...(issue.validFrom === undefined ? {} : { validFrom: issue.validFrom }),
    ...(issue.validUntil === undefined ? {} : { validUntil: issue.validUntil }),
    provider: issue.provider,
    provisional: issue.provisional ?? false,
    language: issue.language,
    ...body,
  };
  const { $schema, ...rest } = document;
  return { $schema, evidenceId: evidenceIdOf(document), ...rest };
}
