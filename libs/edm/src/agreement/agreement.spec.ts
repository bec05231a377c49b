import { compareHeader, compareWithParts, compareWithRequest, EDM_2_0, RequestId } from '../index.js';
import {
  aBackgroundRequest,
  aBackgroundResponse,
  aCompany,
  aHeader,
  anAccount,
  anEvidenceType,
  aPackage,
  aPerson,
  aRequest,
  aResponse,
  estonianRegister,
  uuid,
} from '../testing/index.js';

const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);
const natural = (attributes: Parameters<typeof aPerson>[0]) =>
  ({ kind: 'natural', person: aPerson(attributes) }) as const;

describe('given a response to a request', () => {
  const request = aBackgroundRequest();
  const response = aBackgroundResponse();

  it('when it answers what was asked, then nothing is found', () => {
    expect(compareWithRequest(response, request)).toEqual([]);
    expect(compareWithRequest(aResponse(), aRequest())).toEqual([]);
    expect(compareWithRequest(aResponse({ packages: [] }), aRequest())).toEqual([]);
  });

  it.each([
    ['R-EDM-RESP-S004', 'another request', aBackgroundRequest({ id: RequestId.of(`urn:uuid:${uuid(99)}`) })],
    ['POC-RESP-03', 'another name', aBackgroundRequest({ subject: natural({ givenName: 'Liis' }) })],
    ['POC-RESP-03', 'another birthday', aBackgroundRequest({ subject: natural({ dateOfBirth: '2000-01-02' }) })],
    [
      'POC-RESP-03',
      'another identifier',
      aBackgroundRequest({ subject: natural({ eidasIdentifier: 'EE/FI/600010' }) }),
    ],
    ['POC-RESP-03', 'a company', aBackgroundRequest({ subject: { kind: 'legal', person: aCompany() } })],
    [
      'POC-RESP-04',
      'another type',
      aBackgroundRequest({
        evidenceType: anEvidenceType({
          classification: `https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/EE/${uuid(98)}`,
        }),
      }),
    ],
  ])('when the request is broken by %s for %s, then exactly that is found', (rule, _what, other) => {
    expect(rules(compareWithRequest(response, other))).toEqual([rule]);
  });

  it('when it speaks another specification, then that is found', () => {
    expect(rules(compareWithRequest({ ...aResponse(), specification: EDM_2_0 }, request))).toEqual([
      'R-EDM-RESP-C002',
      'BG-RESP-02',
    ]);
  });

  it('when it discloses more than was asked, or does not say what, then that is found', () => {
    const disclosing = (...disclosedAttributes: readonly string[]) =>
      rules(compareWithRequest(aBackgroundResponse({ background: anAccount({ disclosedAttributes }) }), request));
    expect(disclosing('/address/fullAddress/line', '/movedOn')).toEqual([]);
    expect(disclosing('/address')).toEqual(['BG-RESP-02']);
    expect(disclosing('/movedOnto')).toEqual(['BG-RESP-02']);
    const silent = aBackgroundResponse({ background: { usageReference: uuid(1) } });
    expect(rules(compareWithRequest(silent, request))).toEqual(['BG-RESP-02']);
  });

  it('when a provider derives identifiers, then the person is still the same', () => {
    expect(
      compareWithRequest(response, aBackgroundRequest({ subject: natural({ eidasIdentifier: undefined }) })),
    ).toEqual([]);
  });

  it('when a name is composed of other code points, then the person is still the same', () => {
    expect(
      compareWithRequest(response, aBackgroundRequest({ subject: natural({ familyName: 'Näidis'.normalize('NFD') }) })),
    ).toEqual([]);
  });

  it('when a document did not come, then that is found', () => {
    const { mainEvidence, supplements } = aPackage();
    const all = [mainEvidence, ...supplements].map(({ contentId }) => contentId);
    expect(compareWithParts(response, all)).toEqual([]);
    expect(rules(compareWithParts(response, all.slice(0, 1)))).toEqual(['POC-RESP-05']);
  });
});

it.each([
  ['POC-ebMS-07', aHeader({ specificationId: 'oots-edm-bg:v0.1' })],
  ['POC-ebMS-08', aHeader({ originalSender: estonianRegister.identifier })],
  ['POC-ebMS-09', aHeader({ finalRecipient: { ...estonianRegister.identifier, value: '0' } })],
])('a header that breaks %s does not belong to its request', (rule, header) => {
  expect(compareHeader(aHeader(), aRequest())).toEqual([]);
  expect(rules(compareHeader(header, aRequest()))).toEqual([rule]);
});
