import { easScheme, unregisteredScheme, type Agent } from '../agent.js';
import type { BackgroundAccount, BackgroundBasis } from '../background/background-basis.js';
import type { ErrorResponse, RaisedException } from '../error/error-response.js';
import { EDM_EXCEPTIONS } from '../exceptions/edm-exception.js';
import { QUERY_SERVICE, REGREP_MEDIA_TYPE, type EbmsHeader } from '../header/ebms-header.js';
import {
  ConversationId,
  EvidenceResponseId,
  ExchangeId,
  MessageId,
  RegistryObjectId,
  RequestId,
} from '../identifiers.js';
import type { Notification } from '../notification/notification.js';
import type { EvidenceRequest, RequestedEvidenceType } from '../request/evidence-request.js';
import type { EvidencePackage, EvidenceResponse } from '../response/evidence-response.js';
import { EDM_2_0, EDM_BACKGROUND_0_1 } from '../specification.js';
import { LegalPerson, type LegalPersonAttributes } from '../subject/legal-person.js';
import { NaturalPerson, type PersonAttributes } from '../subject/natural-person.js';

/** Valid messages between an authority of Finland and a register of Estonia. Everybody in them is invented. */

const invalid = (reason: string) => new Error(reason);

/** The `n`th UUID of a row that never ends in a surprise. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const SENT_AT = new Date('2026-11-23T10:15:30.000Z');
export const ANSWERED_AT = new Date('2026-11-23T10:15:34.000Z');

export const finnishAuthority: Agent = {
  identifier: { scheme: easScheme('0212'), value: '2245438-0' },
  names: [{ lang: 'EN', text: 'Population Authority of simulated Finland' }],
  country: 'FI',
  classification: 'ER',
};

export const finnishNode: Agent = {
  identifier: { scheme: unregisteredScheme('FI'), value: 'FI-SIM-NODE' },
  names: [{ lang: 'EN', text: 'OOTS node of simulated Finland' }],
  classification: 'IP',
};

export const estonianRegister: Agent = {
  identifier: { scheme: easScheme('0191'), value: '70000001' },
  names: [
    { lang: 'EN', text: 'Population Register of simulated Estonia' },
    { lang: 'ET', text: 'Eesti näidisrahvastikuregister' },
  ],
  country: 'EE',
  classification: 'EP',
};

/** An agent as it stands where only identifier and names travel. */
export function identified({ identifier, names }: Agent): Agent {
  return { identifier, names };
}

export function aPerson(attributes: Partial<PersonAttributes> = {}): NaturalPerson {
  return NaturalPerson.of(
    {
      levelOfAssurance: 'High',
      eidasIdentifier: 'EE/FI/60001019906',
      familyName: 'Näidis',
      givenName: 'Mari-Liis',
      dateOfBirth: '2000-01-01',
      ...attributes,
    },
    invalid,
  );
}

export function aCompany(attributes: Partial<LegalPersonAttributes> = {}): LegalPerson {
  return LegalPerson.of(
    { levelOfAssurance: 'Substantial', eidasIdentifier: 'EE/FI/10000003', legalName: 'Näidis OÜ', ...attributes },
    invalid,
  );
}

export const RESIDENCE_MODEL = 'https://sr.oots.tech.ec.europa.eu/datamodels/residence-1.0.0';
const RESIDENCE_TYPE = 'https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/EE';

export function anEvidenceType(changes: Partial<RequestedEvidenceType> = {}): RequestedEvidenceType {
  return {
    dataServiceId: uuid(0xd5d),
    classification: `${RESIDENCE_TYPE}/${uuid(0xe7)}`,
    titles: [{ lang: 'EN', text: 'Extract on residence' }],
    distributions: [
      {
        format: 'application/json',
        languages: ['EN'],
        conformsTo: RESIDENCE_MODEL,
        associatedDocuments: ['HumanReadableVersion'],
      },
      { format: 'application/pdf', languages: [] },
    ],
    ...changes,
  };
}

export function aBasis(changes: Partial<BackgroundBasis> = {}): BackgroundBasis {
  return {
    legalBasis: {
      type: 'GDPR-6-1-e',
      instrument: 'urn:poc:law:fi:simulated-municipality-act',
      article: '7(2)',
      memberState: 'FI',
      previewExemption: '7(3)',
    },
    purpose: { code: 'move-notice', descriptions: [{ lang: 'EN', text: 'Recording a move from abroad' }] },
    notice: { identifier: 'notice-move-1', digest: `sha256:${'0f'.repeat(32)}`, givenAt: SENT_AT },
    requestedAttributes: ['/address/fullAddress', '/movedOn'],
    ...changes,
  };
}

/** A basis that rests on consent. */
export function aConsentedBasis(changes: Partial<BackgroundBasis> = {}): BackgroundBasis {
  const basis = aBasis();
  return {
    ...basis,
    legalBasis: { ...basis.legalBasis, type: 'GDPR-6-1-a' },
    consent: {
      identifier: uuid(0xc0),
      version: 1,
      issuer: 'https://consent.fi.oots.example',
      expiresAt: new Date('2027-05-31T23:59:59.000Z'),
      token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln',
    },
    ...changes,
  };
}

/** A request of the 2.0 line about a natural person, without preview. */
export function aRequest(changes: Partial<EvidenceRequest> = {}): EvidenceRequest {
  return {
    id: RequestId.of(`urn:uuid:${uuid(1)}`),
    specification: EDM_2_0,
    issuedAt: SENT_AT,
    procedure: 'V1',
    possibilityForPreview: false,
    explicitRequestGiven: true,
    requirements: [
      {
        identifier: `https://sr.oots.tech.ec.europa.eu/requirements/${uuid(0xa1)}`,
        names: [{ lang: 'EN', text: 'Proof of residence' }],
      },
    ],
    requester: finnishAuthority,
    intermediaries: [finnishNode],
    provider: identified(estonianRegister),
    subject: { kind: 'natural', person: aPerson() },
    evidenceType: anEvidenceType(),
    ...changes,
  };
}

/** A request of the background profile, on a legal basis. */
export function aBackgroundRequest(changes: Partial<EvidenceRequest> = {}): EvidenceRequest {
  return aRequest({
    specification: EDM_BACKGROUND_0_1,
    explicitRequestGiven: changes.background?.legalBasis.type === 'GDPR-6-1-a',
    background: aBasis(),
    ...changes,
  });
}

/** One structured evidence with its human-readable version. */
export function aPackage(changes: Partial<EvidencePackage> = {}): EvidencePackage {
  const { classification, titles } = anEvidenceType();
  return {
    id: RegistryObjectId.of(`urn:uuid:${uuid(0x10)}`),
    mainEvidence: {
      id: RegistryObjectId.of(`urn:uuid:${uuid(0x11)}`),
      identifier: uuid(0x12),
      title: 'Evidence',
      contentId: 'evidence-1@ee.oots.example',
      isAbout: { kind: 'natural', person: aPerson().minimal() },
      issuingAuthority: identified(estonianRegister),
      evidenceType: { classification, titles },
      issuedOn: '2026-11-23',
      distribution: { format: 'application/json', languages: ['EN'], conformsTo: RESIDENCE_MODEL },
    },
    supplements: [
      {
        kind: 'HumanReadableVersion',
        id: RegistryObjectId.of(`urn:uuid:${uuid(0x13)}`),
        identifier: uuid(0x14),
        title: 'Human-readable version',
        contentId: 'evidence-1-pdf@ee.oots.example',
        distribution: { format: 'application/pdf', languages: ['EN'] },
      },
    ],
    ...changes,
  };
}

/** What responses of either availability have in common. */
type ResponseContent = Omit<EvidenceResponse, 'status' | 'availableAt'>;

function responseContent(changes: Partial<ResponseContent>): ResponseContent {
  return {
    id: EvidenceResponseId.of(uuid(2)),
    requestId: RequestId.of(`urn:uuid:${uuid(1)}`),
    specification: EDM_2_0,
    issuedAt: ANSWERED_AT,
    provider: estonianRegister,
    intermediaries: [],
    requester: identified(finnishAuthority),
    packages: [aPackage()],
    ...changes,
  };
}

/** A success of the 2.0 line with one package. */
export function aResponse(changes: Partial<ResponseContent> = {}): EvidenceResponse {
  return { ...responseContent(changes), status: 'Success' };
}

/** A deferral by one day. */
export function aDeferral(changes: Partial<ResponseContent> = {}): EvidenceResponse {
  return {
    ...responseContent({ packages: [], ...changes }),
    status: 'Unavailable',
    availableAt: new Date('2026-11-24T10:15:34.000Z'),
  };
}

export function anAccount(changes: Partial<BackgroundAccount> = {}): BackgroundAccount {
  return { usageReference: uuid(0xb6), disclosedAttributes: ['/address/fullAddress'], ...changes };
}

/** A success of the background profile. */
export function aBackgroundResponse(changes: Partial<ResponseContent> = {}): EvidenceResponse {
  return aResponse({ specification: EDM_BACKGROUND_0_1, background: anAccount(), ...changes });
}

export function anException(changes: Partial<RaisedException> = {}): RaisedException {
  return { exception: EDM_EXCEPTIONS.objectNotFound, raisedAt: ANSWERED_AT, ...changes };
}

/** An error with `EDM:ERR:0004`. */
export function anError(changes: Partial<ErrorResponse> = {}): ErrorResponse {
  return {
    id: EvidenceResponseId.of(uuid(3)),
    requestId: RequestId.of(`urn:uuid:${uuid(1)}`),
    specification: EDM_2_0,
    errorProvider: { ...estonianRegister, classification: 'ERRP' },
    requester: identified(finnishAuthority),
    exceptions: [anException()],
    ...changes,
  };
}

/** The header of a request from Finland to Estonia. */
export function aHeader(changes: Partial<EbmsHeader> = {}): EbmsHeader {
  return {
    messageId: MessageId.of(`${uuid(4)}@fi.oots.example`),
    timestamp: SENT_AT,
    from: { scheme: unregisteredScheme('FI'), value: 'AP_FI_01' },
    to: { scheme: unregisteredScheme('EE'), value: 'AP_EE_01' },
    service: QUERY_SERVICE,
    action: 'ExecuteQueryRequest',
    conversationId: ConversationId.of(uuid(5)),
    originalSender: finnishAuthority.identifier,
    finalRecipient: estonianRegister.identifier,
    exchangeId: ExchangeId.of(uuid(6)),
    specificationId: EDM_2_0,
    parts: [{ contentId: 'request-1@fi.oots.example', mimeType: REGREP_MEDIA_TYPE }],
    ...changes,
  };
}

export function aNotification(changes: Partial<Notification> = {}): Notification {
  return {
    id: RegistryObjectId.of(`urn:uuid:${uuid(7)}`),
    specification: EDM_BACKGROUND_0_1,
    subscription: RegistryObjectId.of(`urn:uuid:${uuid(8)}`),
    events: [
      {
        id: RegistryObjectId.of(`urn:uuid:${uuid(9)}`),
        at: ANSWERED_AT,
        user: estonianRegister.identifier.value,
        requestId: RequestId.of(`urn:uuid:${uuid(1)}`),
        type: 'Updated',
        objects: [RegistryObjectId.of(`urn:uuid:${uuid(0x12)}`)],
      },
    ],
    ...changes,
  };
}
