import {
  type BackgroundBasis,
  EDM_2_0,
  EDM_BACKGROUND_0_1,
  EDM_EXCEPTIONS,
  type EvidenceRequest,
  EvidenceResponseId,
  type EvidenceResponse,
  minimalSubject,
  type MimePart,
  randomIdentifiers,
  type RaisedException,
  readEvidenceRequest,
  RegistryObjectId,
  RequestId,
  type Subject,
  writeErrorResponse,
  writeEvidenceResponse,
} from '@oots/edm';
import { type EvidenceDocument, minimise, renderHumanReadable } from '@oots/evidence';
import type { InboundMessage } from '@oots/messaging';
import type { SaidInAnswer } from './scripted-peer.js';
import { authorityOf, NEIGHBOUR, publisherOf, serviceOf, TESTLAND, type TestEvidenceType } from './test-catalogue.js';
import { liesl, residenceOf, signý, subjectFor } from './test-people.js';
import { AGREEMENT, PERMITTED_PATHS } from './test-tables.js';

/** The basis on which the neighbour's authority asks. */
export function theBasis(changes: Partial<BackgroundBasis> = {}): BackgroundBasis {
  return {
    legalBasis: {
      type: 'GDPR-6-1-e',
      instrument: AGREEMENT,
      article: '1-3',
      memberState: NEIGHBOUR,
      previewExemption: '3',
    },
    purpose: { code: 'change-of-residence', descriptions: [{ lang: 'EN', text: 'Recording a move' }] },
    notice: {
      identifier: 'by-law-1',
      digest: `sha256:${'0f'.repeat(32)}`,
      givenAt: new Date('2026-11-23T09:00:00.000Z'),
    },
    requestedAttributes: [...PERMITTED_PATHS],
    ...changes,
  };
}

/** The neighbour asks testland for evidence, each time under a new id. */
export function aNeighboursRequest(
  changes: Partial<EvidenceRequest> = {},
  evidenceType: TestEvidenceType = 'residence',
): EvidenceRequest {
  const service = serviceOf(TESTLAND, evidenceType);
  return {
    id: RequestId.mint(randomIdentifiers),
    specification: EDM_BACKGROUND_0_1,
    issuedAt: new Date('2026-11-23T10:00:00.000Z'),
    procedure: 'V1',
    possibilityForPreview: false,
    explicitRequestGiven: false,
    requirements: [
      {
        identifier: 'https://sr.oots.tech.ec.europa.eu/requirements/00000000-0000-4000-8000-0000000000a1',
        names: [{ lang: 'EN', text: 'Proof of residence' }],
      },
    ],
    requester: authorityOf(NEIGHBOUR),
    intermediaries: [],
    provider: { identifier: service.publisher.identifier, names: service.publisher.names },
    subject: subjectFor(signý),
    evidenceType: {
      dataServiceId: service.identifier,
      classification: service.classification,
      titles: service.titles,
      distributions: service.distributions.slice(0, 1),
    },
    background: theBasis(),
    ...changes,
  };
}

/** The neighbour asks with a person in front of the screen, who wants to look. */
export function anInteractiveRequest(changes: Partial<EvidenceRequest> = {}): EvidenceRequest {
  const { background: _none, ...request } = aNeighboursRequest();
  return { ...request, specification: EDM_2_0, possibilityForPreview: true, explicitRequestGiven: true, ...changes };
}

/** What is different about an answer with evidence. */
export interface EvidenceAnswer {
  readonly document?: EvidenceDocument;
  /** Declared as disclosed; every path of the document when absent. */
  readonly disclosed?: readonly string[];
  readonly isAbout?: Subject;
  readonly response?: Partial<EvidenceResponse>;
  /** Changes the parts, evidence first and the human-readable version second. */
  readonly parts?: (parts: readonly MimePart[]) => readonly MimePart[];
}

/** @returns what the neighbour says when it answers a request of the node with evidence */
export function withEvidence(message: InboundMessage, answer: EvidenceAnswer = {}): SaidInAnswer {
  const request = requestIn(message);
  const { document, disclosed } = reduced(request, answer);
  const [main, readable] = ['main', 'readable'].map((name) => `${name}-${randomIdentifiers.uuid()}@li.oots.example`);
  const drawn = renderHumanReadable(document);
  const service = serviceOf(NEIGHBOUR, 'residence');
  const response: EvidenceResponse = {
    status: 'Success',
    id: EvidenceResponseId.mint(randomIdentifiers),
    requestId: request.id,
    specification: request.specification,
    issuedAt: message.receivedAt,
    provider: publisherOf(NEIGHBOUR),
    intermediaries: [],
    requester: { identifier: request.requester.identifier, names: request.requester.names },
    packages: [
      {
        id: RegistryObjectId.mint(randomIdentifiers),
        mainEvidence: {
          id: RegistryObjectId.mint(randomIdentifiers),
          identifier: randomIdentifiers.uuid(),
          title: 'Extract',
          contentId: main ?? '',
          distribution: request.evidenceType.distributions[0] ?? { format: 'application/json', languages: [] },
          isAbout: answer.isAbout ?? minimalSubject(request.subject),
          issuingAuthority: { identifier: service.publisher.identifier, names: service.publisher.names },
          evidenceType: {
            classification: request.evidenceType.classification,
            titles: request.evidenceType.titles,
          },
          issuedOn: message.receivedAt.toISOString().slice(0, 10),
        },
        supplements: [
          {
            kind: 'HumanReadableVersion',
            id: RegistryObjectId.mint(randomIdentifiers),
            identifier: randomIdentifiers.uuid(),
            title: 'Human-readable version',
            contentId: readable ?? '',
            distribution: { format: drawn.mediaType, languages: [drawn.language] },
          },
        ],
      },
    ],
    ...(request.specification === EDM_BACKGROUND_0_1
      ? { background: { usageReference: randomIdentifiers.uuid(), disclosedAttributes: disclosed } }
      : {}),
    ...answer.response,
  } as EvidenceResponse;
  const parts: readonly MimePart[] = [
    { contentId: main ?? '', mimeType: 'application/json', bytes: Buffer.from(JSON.stringify(document), 'utf8') },
    { contentId: readable ?? '', mimeType: drawn.mediaType, bytes: drawn.content },
  ];
  return {
    action: 'ExecuteQueryResponse',
    specification: response.specification,
    document: writeEvidenceResponse(response),
    evidence: answer.parts?.(parts) ?? parts,
  };
}

/** @returns what the neighbour says when the evidence comes tomorrow */
export function withDeferral(message: InboundMessage): SaidInAnswer {
  const availableAt = new Date(message.receivedAt.getTime() + 86_400_000);
  return withEvidence(message, {
    response: {
      status: 'Unavailable',
      availableAt,
      packages: [],
      background: { usageReference: randomIdentifiers.uuid() },
    },
    parts: () => [],
  });
}

/** @returns what the neighbour says when it refuses a request of the node */
export function withError(
  message: InboundMessage,
  raised: Partial<RaisedException> = {},
  requestId?: RequestId,
): SaidInAnswer {
  const request = requestIn(message);
  return {
    action: 'ExceptionResponse',
    specification: EDM_2_0,
    document: writeErrorResponse({
      id: EvidenceResponseId.mint(randomIdentifiers),
      requestId: requestId ?? request.id,
      specification: EDM_2_0,
      errorProvider: { ...publisherOf(NEIGHBOUR), classification: 'ERRP' },
      requester: { identifier: request.requester.identifier, names: request.requester.names },
      exceptions: [{ exception: EDM_EXCEPTIONS.objectNotFound, raisedAt: message.receivedAt, ...raised }],
    }),
  };
}

/** @returns a request of the node as the neighbour reads it */
export function requestIn(message: InboundMessage): EvidenceRequest {
  const { value, findings } = readEvidenceRequest(message.parts[0]?.bytes ?? new Uint8Array());
  if (value === undefined) throw new Error(`not a request: ${findings.map(({ rule }) => rule).join(' ')}`);
  return value;
}

function reduced({ background }: EvidenceRequest, answer: EvidenceAnswer) {
  const whole = answer.document ?? residenceOf(liesl, NEIGHBOUR, new Date('2026-11-23T10:00:00.000Z'));
  const patterns = background?.requestedAttributes ?? Object.keys(whole).map((name) => `/${name}`);
  const { document, disclosed } =
    answer.document === undefined ? minimise(whole, patterns) : { document: whole, disclosed: [] };
  return { document, disclosed: answer.disclosed ?? disclosed };
}
