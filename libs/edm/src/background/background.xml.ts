import type {
  BackgroundAccount,
  BackgroundBasis,
  ConsentReference,
  LegalBasis,
  LegalBasisType,
  Notice,
  Purpose,
} from './background-basis.js';
import { requiredContent, requiredSlotText, slotContent, slotText, slotTexts } from '../regrep/read-slot.js';
import { anySlot, optionalStringSlot, stringCollectionSlot, stringSlot } from '../regrep/slot.xml.js';
import { readTexts, writeTexts } from '../sdg/texts.xml.js';
import { readDateTime, writeDateTime } from '../xml/data-types.js';
import { NAMESPACES } from '../xml/namespaces.js';
import { present } from '../xml/present.js';
import { childText, requiredChild, requiredText } from '../xml/schema-violation.js';
import type { XmlElement } from '../xml/xml-element.js';
import { element, optionalText, textElement, type Markup } from '../xml/xml-writer.js';

const DECLARED = { 'xmlns:bg': NAMESPACES.bg };

function writeLegalBasis(basis: LegalBasis): Markup {
  return element(
    'bg:LegalBasis',
    DECLARED,
    textElement('bg:Type', basis.type),
    textElement('bg:Instrument', basis.instrument),
    textElement('bg:Article', basis.article),
    textElement('bg:MemberState', basis.memberState),
    optionalText('bg:SpecialCategoryGround', basis.specialCategoryGround),
    optionalText('bg:PreviewExemption', basis.previewExemption),
  );
}

function readLegalBasis(basis: XmlElement): LegalBasis {
  return {
    type: requiredText(basis, 'bg:Type') as LegalBasisType,
    instrument: requiredText(basis, 'bg:Instrument'),
    article: requiredText(basis, 'bg:Article'),
    memberState: requiredText(basis, 'bg:MemberState'),
    ...present({
      specialCategoryGround: childText(basis, 'bg:SpecialCategoryGround'),
      previewExemption: childText(basis, 'bg:PreviewExemption'),
    }),
  };
}

function writePurpose(purpose: Purpose): Markup {
  return element(
    'bg:Purpose',
    DECLARED,
    textElement('bg:Code', purpose.code),
    writeTexts('bg:Description', purpose.descriptions),
  );
}

function readPurpose(purpose: XmlElement): Purpose {
  return { code: requiredText(purpose, 'bg:Code'), descriptions: readTexts(purpose, 'bg:Description') };
}

function writeNotice(notice: Notice): Markup {
  return element(
    'bg:Notice',
    DECLARED,
    textElement('bg:Identifier', notice.identifier),
    textElement('bg:Digest', notice.digest),
    textElement('bg:GivenAt', writeDateTime(notice.givenAt)),
  );
}

function readInstant(parent: XmlElement, name: 'bg:GivenAt' | 'bg:ExpiresAt'): Date {
  const child = requiredChild(parent, name);
  return readDateTime(child.text, child.path);
}

function readNotice(notice: XmlElement): Notice {
  return {
    identifier: requiredText(notice, 'bg:Identifier'),
    digest: requiredText(notice, 'bg:Digest'),
    givenAt: readInstant(notice, 'bg:GivenAt'),
  };
}

function writeConsent(consent: ConsentReference): Markup {
  return element(
    'bg:Consent',
    DECLARED,
    textElement('bg:Identifier', consent.identifier),
    textElement('bg:Version', String(consent.version)),
    textElement('bg:Issuer', consent.issuer),
    textElement('bg:ExpiresAt', writeDateTime(consent.expiresAt)),
    textElement('bg:Token', consent.token),
  );
}

function readConsent(consent: XmlElement): ConsentReference {
  return {
    identifier: requiredText(consent, 'bg:Identifier'),
    version: Number(requiredText(consent, 'bg:Version')),
    issuer: requiredText(consent, 'bg:Issuer'),
    expiresAt: readInstant(consent, 'bg:ExpiresAt'),
    token: requiredText(consent, 'bg:Token'),
  };
}

/** The slots that profile B adds to a request, after those of the 2.0 line. */
export function writeBackgroundBasis(basis: BackgroundBasis): readonly (Markup | undefined)[] {
  return [
    stringSlot('BgExchangeMode', 'background'),
    anySlot('BgLegalBasis', writeLegalBasis(basis.legalBasis)),
    anySlot('BgPurpose', writePurpose(basis.purpose)),
    anySlot('BgNotice', writeNotice(basis.notice)),
    basis.consent && anySlot('BgConsent', writeConsent(basis.consent)),
    optionalStringSlot('BgCaseReference', basis.caseReference),
    basis.requestedAttributes && stringCollectionSlot('BgRequestedAttributes', basis.requestedAttributes),
  ];
}

/** @throws {SchemaViolation} when a mandatory slot is missing */
export function readBackgroundBasis(request: XmlElement): BackgroundBasis {
  const consent = slotContent(request, 'BgConsent', 'bg:Consent');
  return {
    legalBasis: readLegalBasis(requiredContent(request, 'BgLegalBasis', 'bg:LegalBasis')),
    purpose: readPurpose(requiredContent(request, 'BgPurpose', 'bg:Purpose')),
    notice: readNotice(requiredContent(request, 'BgNotice', 'bg:Notice')),
    ...present({
      consent: consent && readConsent(consent),
      caseReference: slotText(request, 'BgCaseReference'),
      requestedAttributes: slotTexts(request, 'BgRequestedAttributes'),
    }),
  };
}

/** The slots that profile B adds to a response, after those of the 2.0 line. */
export function writeBackgroundAccount(account: BackgroundAccount): readonly (Markup | undefined)[] {
  return [
    stringSlot('BgUsageReference', account.usageReference),
    account.disclosedAttributes && stringCollectionSlot('BgDisclosedAttributes', account.disclosedAttributes),
    optionalStringSlot('BgSubscriptionIdentifier', account.subscriptionIdentifier),
  ];
}

/** @throws {SchemaViolation} when the usage reference is missing */
export function readBackgroundAccount(response: XmlElement): BackgroundAccount {
  return {
    usageReference: requiredSlotText(response, 'BgUsageReference'),
    ...present({
      disclosedAttributes: slotTexts(response, 'BgDisclosedAttributes'),
      subscriptionIdentifier: slotText(response, 'BgSubscriptionIdentifier'),
    }),
  };
}
