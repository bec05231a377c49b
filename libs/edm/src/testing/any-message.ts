import fc from 'fast-check';
import type { Agent, LocalisedText } from '../agent.js';
import type { BackgroundBasis } from '../background/background-basis.js';
import { COUNTRIES, OOTS_COUNTRIES } from '../code-lists/countries.js';
import { LEGAL_IDENTIFIER_SCHEMES } from '../code-lists/identifier-schemes.js';
import { LANGUAGES } from '../code-lists/languages.js';
import { PROCEDURES } from '../code-lists/procedures.js';
import { EDM_EXCEPTIONS } from '../exceptions/edm-exception.js';
import { EvidenceResponseId, RegistryObjectId, RequestId } from '../identifiers.js';
import type { Subject } from '../subject/subject.js';
import {
  aBackgroundRequest,
  aBackgroundResponse,
  aBasis,
  aCompany,
  aConsentedBasis,
  aHeader,
  anAccount,
  anError,
  anEvidenceType,
  anException,
  aPackage,
  aPerson,
  aRequest,
  aResponse,
  estonianRegister,
  finnishAuthority,
  identified,
} from './builders.js';

/** Any message that can be built, for properties. */

/** Plain objects: readers build no others. */
function record<T, K extends keyof T = keyof T>(model: { [P in keyof T]: fc.Arbitrary<T[P]> }, requiredKeys?: K[]) {
  return fc.record<T, K>(model, { noNullPrototype: true, ...(requiredKeys === undefined ? {} : { requiredKeys }) });
}

/** Any text that XML can carry, markup and other scripts included; white space around a text carries nothing. */
const wording = fc
  .string({ unit: fc.constantFrom(...'aÄß ñłž鱼😀<>&"\'=]/\t\n\r-'.split('')), minLength: 2, maxLength: 30 })
  .filter((text) => text.isWellFormed() && text.trim() === text && Array.from(text.replace(/\s+/g, ' ')).length > 1);
const uuid = fc.uuid();
const urn = uuid.map((id) => `urn:uuid:${id}`);
const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
/** The Union takes part in OOTS without being a country. */
const country = fc.constantFrom(...OOTS_COUNTRIES.codes.filter((code) => COUNTRIES.has(code)));
const texts: fc.Arbitrary<readonly LocalisedText[]> = fc.array(
  record({ lang: fc.constantFrom(...LANGUAGES.codes), text: wording }),
  { minLength: 1, maxLength: 3 },
);
const day = instant.map((date) => date.toISOString().slice(0, 10));

const natural: fc.Arbitrary<Subject> = record(
  {
    familyName: wording,
    givenName: wording,
    dateOfBirth: day,
    levelOfAssurance: fc.constantFrom('Low' as const, 'Substantial' as const, 'High' as const),
    eidasIdentifier: fc.tuple(country, country).map(([from, to]) => `${from}/${to}/60001019906`),
    birthName: wording,
    placeOfBirth: wording,
    currentAddress: record({ fullAddress: wording, postCode: wording, country }),
    nationalities: fc.array(country, { minLength: 1, maxLength: 2 }),
    phoneNumber: wording,
  },
  ['familyName', 'givenName', 'dateOfBirth', 'levelOfAssurance'],
).map((attributes) => ({ kind: 'natural', person: aPerson({ eidasIdentifier: undefined, ...attributes }) }));

const legal: fc.Arbitrary<Subject> = record({
  legalName: wording,
  identifiers: fc.array(record({ scheme: fc.constantFrom(...LEGAL_IDENTIFIER_SCHEMES.codes), value: wording }), {
    maxLength: 2,
  }),
}).map((attributes) => ({ kind: 'legal', person: aCompany(attributes) }));

const subject = fc.oneof(natural, legal);
const agentNamed = (agent: Agent): fc.Arbitrary<Agent> => texts.map((names) => ({ ...agent, names }));
const paths = fc.uniqueArray(fc.constantFrom('/address', '/address/fullAddress', '/movedOn', '/a~1b'), {
  minLength: 1,
});

const basis: fc.Arbitrary<BackgroundBasis> = record(
  {
    purpose: record({ code: fc.constantFrom('move-notice', 'study-admission'), descriptions: texts }),
    caseReference: wording,
    requestedAttributes: paths,
  },
  ['purpose'],
).chain((changes) => fc.constantFrom(aBasis(changes), aConsentedBasis(changes)));

const requestContent = record({
  id: urn.map((id) => RequestId.of(id)),
  issuedAt: instant,
  procedure: fc.constantFrom(...PROCEDURES.codes, '00'),
  requester: agentNamed(finnishAuthority),
  provider: agentNamed(identified(estonianRegister)),
  subject,
  evidenceType: texts.map((titles) => anEvidenceType({ titles })),
});

/** Of the 2.0 line. */
export const anyRequest = fc
  .tuple(requestContent, fc.boolean(), fc.boolean())
  .map(([content, possibilityForPreview, explicitRequestGiven]) =>
    aRequest({ ...content, possibilityForPreview, explicitRequestGiven }),
  );

/** Of the background profile. */
export const anyBackgroundRequest = fc
  .tuple(requestContent, basis)
  .map(([content, background]) => aBackgroundRequest({ background, ...content }));

const evidencePackage = fc
  .tuple(subject, uuid, texts, fc.constantFrom('HumanReadableVersion', 'Translation', 'Annex'), fc.boolean(), day, day)
  .map(([isAbout, id, titles, kind, supplemented, from, to]) => {
    const { mainEvidence, supplements } = aPackage();
    const minimal = { ...isAbout, person: isAbout.person.minimal() } as Subject;
    return aPackage({
      id: RegistryObjectId.of(`urn:uuid:${id}`),
      mainEvidence: {
        ...mainEvidence,
        isAbout: minimal,
        evidenceType: { ...mainEvidence.evidenceType, titles },
        validity: { from, to },
      },
      supplements: supplemented ? supplements.map((supplement) => ({ ...supplement, kind })) : [],
    });
  });

const responseContent = record({
  id: uuid.map((id) => EvidenceResponseId.of(id)),
  issuedAt: instant,
  provider: agentNamed(estonianRegister),
  packages: fc.array(evidencePackage, { maxLength: 2 }),
});

/** Of the 2.0 line. */
export const anyResponse = responseContent.map(aResponse);

/** Of the background profile. */
export const anyBackgroundResponse = fc
  .tuple(responseContent, paths)
  .map(([content, disclosedAttributes]) =>
    aBackgroundResponse({ ...content, background: anAccount({ disclosedAttributes }) }),
  );

export const anyError = fc
  .tuple(uuid, fc.constantFrom(...Object.values(EDM_EXCEPTIONS)), wording, instant, fc.option(texts))
  .map(([id, exception, detail, raisedAt, descriptions]) =>
    anError({
      id: EvidenceResponseId.of(id),
      exceptions: [
        anException({
          exception,
          detail,
          raisedAt,
          ...(descriptions !== null && exception === EDM_EXCEPTIONS.missingAuthorization
            ? { preview: { location: 'https://preview.ee.oots.example/p/1', descriptions } }
            : {}),
        }),
      ],
    }),
  );

export const anyHeader = instant.map((timestamp) => aHeader({ timestamp }));
