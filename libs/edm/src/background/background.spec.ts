import {
  EDM_2_0,
  readEbmsHeader,
  readEvidenceRequest,
  readEvidenceResponse,
  readNotification,
  UnwritableMessage,
  writeEbmsHeader,
  writeEvidenceRequest,
  writeEvidenceResponse,
  writeNotification,
  type EvidenceRequest,
  type Reading,
} from '../index.js';
import {
  aBackgroundRequest,
  aBackgroundResponse,
  aBasis,
  aConsentedBasis,
  aHeader,
  anAccount,
  anEvidenceType,
  aNotification,
  aPackage,
} from '../testing/index.js';

function fatal(reading: Reading<unknown>): readonly string[] {
  return reading.findings.filter(({ severity }) => severity === 'FATAL').map(({ rule }) => rule);
}

function brokenBy(write: () => string): readonly string[] {
  try {
    write();
  } catch (error) {
    if (error instanceof UnwritableMessage) return error.findings.map(({ rule }) => rule);
    throw error;
  }
  return [];
}

const lawful = writeEvidenceRequest(aBackgroundRequest());
const consented = writeEvidenceRequest(aBackgroundRequest({ background: aConsentedBasis() }));
const slot = (name: string) => new RegExp(`<rim:Slot name="${name}">[\\s\\S]*?</rim:Slot>`);
const consentSlot = slot('BgConsent').exec(consented)?.[0] ?? '';

describe('given a background request of somebody else', () => {
  it.each([
    ['BG-REQ-01', 'no mode', lawful.replace(slot('BgExchangeMode'), '')],
    ['BG-REQ-01', 'another mode', lawful.replace('>background<', '>interactive<')],
    ['BG-REQ-02', 'a possible preview', lawful.replace('>false<', '>true<')],
    ['BG-REQ-03', 'no notice', lawful.replace(slot('BgNotice'), '')],
    ['BG-REQ-03', 'a digest of another kind', lawful.replace('>sha256:', '>md5:')],
    ['BG-REQ-03', 'no purpose', lawful.replace(/<bg:Code>.*<\/bg:Code>/, '')],
    ['BG-REQ-03', 'a basis outside of article 6', lawful.replace('GDPR-6-1-e', 'GDPR-6-1-f')],
    ['BG-REQ-03', 'two bases in one slot', lawful.replace(/<bg:LegalBasis[\s\S]*<\/bg:LegalBasis>/, '$&$&')],
    ['BG-REQ-04', 'consent beside a law', lawful.replace('<query:ResponseOption', `${consentSlot}$&`)],
    ['BG-REQ-04', 'no consent where it rests on one', consented.replace(slot('BgConsent'), '')],
    ['BG-REQ-04', 'a consent without token', consented.replace(/<bg:Token>.*<\/bg:Token>/, '')],
    ['BG-REQ-05', 'consent without an explicit request', consented.replace('>true<', '>false<')],
    ['BG-REQ-06', 'the law of another state', lawful.replace('MemberState>FI', 'MemberState>SE')],
    ['BG-REQ-08', 'a path that is none', lawful.replace('>/movedOn<', '>movedOn<')],
    ['BG-REQ-08', 'a path twice', lawful.replace('>/movedOn<', '>/address/fullAddress<')],
    [
      'BG-REQ-09',
      'no structured form',
      lawful.replace('application/json', 'application/pdf').replace(/<sdg:ConformsTo>.*<\/sdg:ConformsTo>/, ''),
    ],
    [
      'R-EDM-REQ-S019',
      'a slot that no profile knows',
      lawful
        .replace('BgCaseReference', 'BgOther')
        .replace(
          '<query:ResponseOption',
          '<rim:Slot name="BgOther"><rim:SlotValue xsi:type="rim:StringValueType"><rim:Value>x</rim:Value></rim:SlotValue></rim:Slot>$&',
        ),
    ],
    ['R-EDM-REQ-C003', 'an unknown procedure', lawful.replace('>V1<', '>ZZ<')],
  ])('when it breaks %s by %s, then exactly that is found', (rule, _how, xml) => {
    expect(fatal(readEvidenceRequest(xml))).toEqual([rule]);
  });

  it('when it calls itself plain 2.0, then every one of its slots is refused', () => {
    const rules = fatal(readEvidenceRequest(lawful.replace('oots-edm-bg:v0.1', EDM_2_0)));
    expect(rules).toEqual(Array.from({ length: 5 }, () => 'R-EDM-REQ-S019'));
  });
});

describe('given a background request of our own', () => {
  const broken = (changes: Partial<EvidenceRequest>) =>
    brokenBy(() => writeEvidenceRequest(aBackgroundRequest(changes)));

  it('when a rule would be broken, then it is not written', () => {
    expect(broken({ possibilityForPreview: true })).toEqual(['BG-REQ-02']);
    expect(broken({ background: aBasis({ requestedAttributes: [] }) })).toEqual(expect.arrayContaining(['BG-REQ-08']));
    expect(broken({ evidenceType: anEvidenceType({ distributions: [] }) })).toEqual(['R-EDM-REQ-C032', 'BG-REQ-09']);
    expect(broken({ specification: EDM_2_0 })).toContain('R-EDM-REQ-S019');
  });
});

describe('given a background response', () => {
  const response = writeEvidenceResponse(aBackgroundResponse());

  it.each([
    ['BG-RESP-01', 'no usage reference', response.replace(slot('BgUsageReference'), '')],
    [
      'BG-RESP-01',
      'a usage reference that is no UUID',
      response.replace(/(BgUsageReference[\s\S]*?Value>)[\w-]+/, '$1x'),
    ],
    ['BG-RESP-02', 'a disclosed attribute that is no path', response.replace('>/address/fullAddress<', '>address<')],
    ['BG-RESP-04', 'a main evidence without data model', response.replace(/ *<sdg:ConformsTo>.*\n/, '')],
    ['R-EDM-RESP-S016', 'a slot that no profile knows', response.replace('BgDisclosedAttributes', 'BgOther')],
  ])('when it breaks %s by %s, then exactly that is found', (rule, _how, xml) => {
    expect(xml).not.toBe(response);
    expect(fatal(readEvidenceResponse(xml))).toEqual([rule]);
  });

  it('when it is to be written without an account, or with a picture for evidence, then it is not', () => {
    const { mainEvidence, ...rest } = aPackage();
    const picture = { ...mainEvidence, distribution: { format: 'image/png', languages: [] } };
    expect(
      brokenBy(() => writeEvidenceResponse(aBackgroundResponse({ background: anAccount({ usageReference: '' }) }))),
    ).toContain('BG-RESP-01');
    expect(
      brokenBy(() => writeEvidenceResponse(aBackgroundResponse({ packages: [{ ...rest, mainEvidence: picture }] }))),
    ).toEqual(['BG-RESP-04']);
  });
});

describe('given a header of the background profile', () => {
  const notify = aHeader({
    service: 'urn:poc:oots:background',
    action: 'Notify',
    specificationId: 'oots-edm-bg:v0.1',
  });

  it('when it notifies, then it is read as it was written', () => {
    expect(readEbmsHeader(writeEbmsHeader(notify)).value).toEqual(notify);
  });

  it('when the service and the action do not belong together, then it is refused', () => {
    expect(brokenBy(() => writeEbmsHeader({ ...notify, action: 'ExecuteQueryRequest' }))).toEqual(['BG-HDR-01']);
    expect(brokenBy(() => writeEbmsHeader({ ...notify, service: 'QueryManager' }))).toEqual(['BG-HDR-01']);
    expect(brokenBy(() => writeEbmsHeader({ ...notify, specificationId: EDM_2_0 }))).toEqual([
      'POC-ebMS-02',
      'POC-ebMS-03',
    ]);
  });
});

describe('given a notification', () => {
  const notification = writeNotification(aNotification());

  it.each([
    ['BG-NTF-02', notification.replace(/ id="[^"]*"/, ' id="1"')],
    ['BG-NTF-03', notification.replace(/subscription="[^"]*"/, '')],
    ['BG-NTF-05', notification.replace('oots-edm-bg:v0.1', EDM_2_0)],
    ['BG-NTF-06', notification.replace('</rim:Notification>', '<rim:Person/>$&')],
    ['BG-NTF-07', notification.replace(/<rim:Event [\s\S]*<\/rim:Event>/, '')],
    ['BG-NTF-09', notification.replace(/timestamp="[^"]*"/, '')],
    ['BG-NTF-10', notification.replace(/user="[^"]*"/, 'user="Mari Näidis"')],
    ['BG-NTF-11', notification.replace(/requestId="[^"]*"/, 'requestId="1"')],
    ['BG-NTF-13', notification.replace('EventType:Updated', 'EventType:Leaked')],
    ['BG-NTF-14', notification.replace(/<rim:ObjectRef[^>]*>/, '')],
  ])('when it breaks %s, then exactly that is found', (rule, xml) => {
    expect(fatal(readNotification(xml))).toEqual([rule]);
  });
});
