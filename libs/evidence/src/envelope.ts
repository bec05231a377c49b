import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import Type from 'typebox';
import { v5 as nameBased } from 'uuid';
import { OrganisationReference } from './models/parts.js';

/**
 * The header every evidence carries before its body. `validFrom` and `validUntil` describe the fact, `issuedAt` the
 * extraction; what the source does not have is absent.
 */
export const EnvelopeFields = {
  $schema: Type.String({ pattern: '^urn:nb-oots2:evidence:[a-z-]+:[0-9]+\\.[0-9]+$' }),
  evidenceId: Type.String({ pattern: '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  evidenceType: Type.String(),
  evidenceTypeClassification: Type.String({ format: 'uri' }),
  issuedAt: Type.String({ format: 'date-time' }),
  validFrom: Type.Optional(Type.String({ format: 'date' })),
  validUntil: Type.Optional(Type.String({ format: 'date' })),
  provider: OrganisationReference,
  provisional: Type.Boolean(),
  language: Type.String({ pattern: '^[a-z]{2}$' }),
  humanReadable: Type.Optional(
    Type.Object(
      { mediaType: Type.String({ minLength: 3 }), digest: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }) },
      { additionalProperties: false },
    ),
  ),
};

export const EvidenceEnvelope = Type.Object(EnvelopeFields);
export type EvidenceEnvelope = Type.Static<typeof EvidenceEnvelope>;

/** The header's element names: everything else in a document is its body. */
export const ENVELOPE_NAMES: ReadonlySet<string> = new Set(Object.keys(EnvelopeFields));

/** Elements that say when and as what a document was issued, not what it states. */
const OUTSIDE_CONTENT: ReadonlySet<string> = new Set(['evidenceId', 'issuedAt', 'humanReadable']);

/** An evidence document of any model: header and body in one object. */
export type EvidenceDocument = Readonly<Record<string, unknown>>;

/** Namespace of evidence identifiers, itself fixed once and for all. */
const EVIDENCE_NAMESPACE = '5a3a3b0e-2f0e-5d0c-9a51-0c7f7a4f6b11';

/**
 * The identifier of what a document states: the same content of the same provider has the same identifier whenever it is
 * extracted, so that unchanged data is recognised.
 *
 * @returns `urn:uuid:` and a name-based UUID over the canonical content (RFC 8785)
 */
export function evidenceIdOf(document: EvidenceDocument): string {
  const content = Object.fromEntries(Object.entries(document).filter(([name]) => !OUTSIDE_CONTENT.has(name)));
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError('an evidence document is a JSON object');
  return `urn:uuid:${nameBased(createHash('sha256').update(canonical).digest('hex'), EVIDENCE_NAMESPACE)}`;
}
