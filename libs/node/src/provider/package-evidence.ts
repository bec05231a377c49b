import { type EvidencePackage, type EvidenceRequest, minimalSubject, type MimePart, RegistryObjectId } from '@oots/edm';
import { type EvidenceDocument, renderHumanReadable } from '@oots/evidence';
import type { EvidenceOffer } from '../config/country-profile.js';
import type { Surroundings } from '../start/node-surroundings.js';

/** A piece of evidence as it travels: what the answer says of it, and the parts that hold it. */
export interface PackagedEvidence {
  readonly package: EvidencePackage;
  readonly parts: readonly MimePart[];
}

/** One package: the structured evidence, and the same for a person to read. @see TDD 4.5.2 */
export function packageEvidence(
  { request, offer }: { readonly request: EvidenceRequest; readonly offer: EvidenceOffer },
  document: EvidenceDocument,
  { clock, identifiers, profile }: Pick<Surroundings, 'clock' | 'identifiers' | 'profile'>,
): PackagedEvidence {
  const { service } = offer;
  const structured = service.distributions.find(({ format }) => format === 'application/json');
  const main = `${identifiers.uuid()}@${profile.domain}`;
  const readable = `${identifiers.uuid()}@${profile.domain}`;
  const drawn = renderHumanReadable(document);
  return {
    package: {
      id: RegistryObjectId.mint(identifiers),
      mainEvidence: {
        id: RegistryObjectId.mint(identifiers),
        identifier: String(document['evidenceId']).replace(/^urn:uuid:/, ''),
        title: 'Extract, reduced to what was asked for',
        contentId: main,
        distribution: {
          format: 'application/json',
          languages: structured?.languages.slice(0, 1) ?? [],
          ...(structured?.conformsTo === undefined ? {} : { conformsTo: structured.conformsTo }),
        },
        isAbout: minimalSubject(request.subject),
        issuingAuthority: { identifier: service.publisher.identifier, names: service.publisher.names },
        evidenceType: { classification: service.classification, titles: service.titles },
        issuedOn: clock.now().toISOString().slice(0, 10),
      },
      supplements: [
        {
          kind: 'HumanReadableVersion',
          id: RegistryObjectId.mint(identifiers),
          identifier: identifiers.uuid(),
          title: 'Human-readable version',
          contentId: readable,
          distribution: { format: drawn.mediaType, languages: [drawn.language] },
        },
      ],
    },
    parts: [
      { contentId: main, mimeType: 'application/json', bytes: Buffer.from(JSON.stringify(document), 'utf8') },
      { contentId: readable, mimeType: drawn.mediaType, bytes: drawn.content },
    ],
  };
}
