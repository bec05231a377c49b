import type { BackgroundAccount, BackgroundBasis } from '../background/background-basis.js';
import type { Finding } from '../reading.js';
import type { EvidenceRequest } from '../request/evidence-request.js';
import type { EvidencePackage, EvidenceResponse } from '../response/evidence-response.js';
import type { Subject } from '../subject/subject.js';
import { finding } from './disagreement.js';

/**
 * What a response has to have in common with the request it answers. There is no error path back to the provider: a finding is
 * recorded and the response not used.
 *
 * @returns one finding per disagreement, none when the response may be used
 * @see TDD 4.5.2
 */
export function compareWithRequest(response: EvidenceResponse, request: EvidenceRequest): readonly Finding[] {
  const { packages } = response;
  return [
    ...finding('R-EDM-RESP-S004', response.requestId !== request.id, 'requestId is the id of the request'),
    ...finding(
      'R-EDM-RESP-C002',
      response.specification !== request.specification,
      'the specification is that of the request',
    ),
    ...finding(
      'POC-RESP-03',
      !packages.every(({ mainEvidence }) => isSame(mainEvidence.isAbout, request.subject)),
      'the evidence is about the person asked about',
    ),
    ...finding(
      'POC-RESP-04',
      !packages.every((found) => isOfType(found, request)),
      'the evidence is of the type asked for',
    ),
    ...finding(
      'BG-RESP-02',
      !isWithin(response.background, request.background),
      'disclosed attributes are among those asked for',
    ),
  ];
}

/** @returns one finding when a document of the response has no part. @param contentIds of the parts that came with it */
export function compareWithParts(response: EvidenceResponse, contentIds: readonly string[]): readonly Finding[] {
  const named = response.packages
    .flatMap(({ mainEvidence, supplements }) => [mainEvidence, ...supplements])
    .map(({ contentId }) => contentId);
  return finding(
    'POC-RESP-05',
    !named.every((contentId) => contentIds.includes(contentId)),
    'every document of the response came as a part',
  );
}

function isOfType({ mainEvidence }: EvidencePackage, { evidenceType }: EvidenceRequest): boolean {
  return mainEvidence.evidenceType.classification === evidenceType.classification;
}

/** By the minimum data set; an identifier counts when both sides give it, because some countries derive it per recipient. */
function isSame(found: Subject, asked: Subject): boolean {
  if (found.kind === 'legal' || asked.kind === 'legal') {
    return found.kind === asked.kind && equal(found.person.eidasIdentifier, asked.person.eidasIdentifier);
  }
  const { person } = found;
  return (
    equal(person.familyName, asked.person.familyName) &&
    equal(person.givenName, asked.person.givenName) &&
    person.dateOfBirth === asked.person.dateOfBirth &&
    (person.eidasIdentifier === undefined ||
      asked.person.eidasIdentifier === undefined ||
      equal(person.eidasIdentifier, asked.person.eidasIdentifier))
  );
}

/** The same letters may be composed differently in two countries' registers. */
function equal(one: string | undefined, other: string | undefined): boolean {
  return one?.normalize('NFC') === other?.normalize('NFC');
}

function isWithin(account: BackgroundAccount | undefined, basis: BackgroundBasis | undefined): boolean {
  const asked = basis?.requestedAttributes;
  if (asked === undefined) return true;
  const disclosed = account?.disclosedAttributes;
  if (disclosed === undefined) return false;
  return disclosed.every((path) => asked.some((allowed) => path === allowed || path.startsWith(`${allowed}/`)));
}
