import {
  carryBasis,
  EDM_2_0,
  readEvidenceRequest,
  Refusal,
  statedBasis,
  withoutBasis,
  writeEvidenceRequest,
  type EvidenceRequest,
  type Subject,
} from '../index.js';
import {
  aBackgroundRequest,
  aBasis,
  aCompany,
  aPerson,
  aRequest,
  NO_ARTEFACTS,
  secondJudge,
} from '../testing/index.js';

const person: Subject = { kind: 'natural', person: aPerson() };
const company: Subject = { kind: 'legal', person: aCompany() };

function plain(subject: Subject): EvidenceRequest {
  return { ...aRequest(), specification: EDM_2_0, possibilityForPreview: false, subject };
}

function received(request: EvidenceRequest): EvidenceRequest {
  const { value, findings } = readEvidenceRequest(writeEvidenceRequest(request));
  if (value === undefined) throw new Error(findings.map(({ rule }) => rule).join(' '));
  return value;
}

/** A plain request whose subject carries the basis with one attribute changed, or dropped. */
function carrying(name: string, value?: string): EvidenceRequest {
  const carrier = carryBasis(person, aBasis()).person;
  const attributes = carrier.sectorSpecificAttributes.flatMap((attribute) =>
    attribute.name === name ? (value === undefined ? [] : [{ ...attribute, value }]) : [attribute],
  );
  return plain({ kind: 'natural', person: aPerson({ sectorSpecificAttributes: attributes }) });
}

describe('given a plain 2.0 request whose subject carries a basis', () => {
  it.each([
    ['a natural person', person],
    ['a legal person', company],
  ])('then the provider reads it again, about %s', (_which, subject) => {
    const { legalBasis, purpose, notice, requestedAttributes } = aBasis();
    const { type, instrument, article, memberState } = legalBasis;
    expect(statedBasis(received(plain(carryBasis(subject, aBasis({ caseReference: 'case-1' })))))).toEqual({
      legalBasis: { type, instrument, article, memberState },
      purpose: { code: purpose.code },
      notice,
      caseReference: 'case-1',
      requestedAttributes,
    });
  });

  it('then it can be taken off again, and other attributes stay', () => {
    const power = { name: 'Power', uri: 'urn:test:power', value: 'all' };
    const before: Subject = { kind: 'natural', person: aPerson({ sectorSpecificAttributes: [power] }) };
    const carried = carryBasis(carryBasis(before, aBasis()), aBasis());
    expect(carried.person.sectorSpecificAttributes.filter(({ name }) => name === 'BgPurpose')).toHaveLength(1);
    expect(withoutBasis(carried).person.sectorSpecificAttributes).toEqual([power]);
    expect(withoutBasis(carried).person).toEqual(before.person);
  });

  it.each([
    ['BG-REQ-01', 'BgExchangeMode', 'interactive'],
    ['BG-REQ-03', 'BgLegalBasis', undefined],
    ['BG-REQ-03', 'BgLegalBasis', 'GDPR-6-1-f|urn:law|1|FI'],
    ['BG-REQ-03', 'BgLegalBasis', 'GDPR-6-1-e|urn:law|1|Finland'],
    ['BG-REQ-03', 'BgLegalBasis', 'GDPR-6-1-e||1|FI'],
    ['BG-REQ-03', 'BgLegalBasis', 'GDPR-6-1-e|urn:law|1|FI|more'],
    ['BG-REQ-03', 'BgPurpose', undefined],
    ['BG-REQ-03', 'BgNotice', 'notice|md5:0|2026-11-23T10:00:00Z'],
    ['BG-REQ-03', 'BgNotice', `notice|sha256:${'0'.repeat(64)}|yesterday`],
  ])('when it breaks %s in %s: %s, then it is declined and not guessed', (rule, name, value) => {
    const stated = statedBasis(carrying(name, value));
    expect(stated).toBeInstanceOf(Refusal);
    expect(stated).toMatchObject({ exception: { code: 'EDM:ERR:0003' }, detail: `EDM-BG:ERR:0008 ${rule}` });
  });
});

it('a request in profile B states its basis in its slots', () => {
  expect(statedBasis(aBackgroundRequest())).toEqual(aBackgroundRequest().background);
});

it('a request that says nothing of a basis states none', () => {
  expect(statedBasis(plain(person))).toBeUndefined();
});

const judge = secondJudge();
(judge === undefined ? it.skip : it)(
  `the second judge has nothing against a subject that carries a basis${judge === undefined ? ` (${NO_ARTEFACTS})` : ''}`,
  () => {
    expect(judge?.objections(writeEvidenceRequest(plain(carryBasis(person, aBasis()))))).toEqual([]);
  },
);
