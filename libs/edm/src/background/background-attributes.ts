import { BACKGROUND_REFUSALS } from '../exceptions/background-refusals.js';
import { Refusal } from '../exceptions/refusal.js';
import type { EvidenceRequest } from '../request/evidence-request.js';
import { LegalPerson } from '../subject/legal-person.js';
import { NaturalPerson, type SectorSpecificAttribute } from '../subject/natural-person.js';
import type { Subject } from '../subject/subject.js';
import { present } from '../xml/present.js';
import type { BackgroundBasis, LegalBasis, LegalBasisType, Notice, Purpose } from './background-basis.js';

/**
 * Profile A of the background exchange: the basis of a request without a user, as flat attributes of the subject of a plain
 * 2.0 request. A provider that does not know them may ignore them.
 */

const NAMESPACE = 'urn:poc:oots:edm-bg:0.1:';

const NAMES = {
  BgExchangeMode: 'ExchangeMode',
  BgLegalBasis: 'LegalBasis',
  BgPurpose: 'Purpose',
  BgNotice: 'Notice',
  BgConsentReference: 'ConsentReference',
  BgCaseReference: 'CaseReference',
  /** One attribute per path. */
  BgRequestedAttribute: 'RequestedAttribute',
} as const;
type CarriedName = keyof typeof NAMES;

const BACKGROUND = 'background';
const TYPES: readonly string[] = ['GDPR-6-1-a', 'GDPR-6-1-c', 'GDPR-6-1-e'] satisfies LegalBasisType[];

/** What both profiles state; slots carry more words than attributes do. */
export interface StatedBasis {
  readonly legalBasis: LegalBasis;
  readonly purpose: Pick<Purpose, 'code'>;
  readonly notice?: Notice;
  readonly caseReference?: string;
  readonly requestedAttributes?: readonly string[];
}

/** @returns the subject with the basis in its attributes, in place of any that it carried before */
export function carryBasis(subject: Subject, basis: BackgroundBasis): Subject {
  const { legalBasis, purpose, notice, consent, caseReference, requestedAttributes = [] } = basis;
  const law = [legalBasis.type, legalBasis.instrument, legalBasis.article, legalBasis.memberState];
  return withAttributes(subject, [
    ...foreignAttributes(subject),
    attribute('BgExchangeMode', BACKGROUND),
    attribute('BgLegalBasis', law.join('|')),
    attribute('BgPurpose', purpose.code),
    attribute('BgNotice', [notice.identifier, notice.digest, notice.givenAt.toISOString()].join('|')),
    ...(consent === undefined ? [] : [attribute('BgConsentReference', consent.identifier)]),
    ...(caseReference === undefined ? [] : [attribute('BgCaseReference', caseReference)]),
    ...requestedAttributes.map((path) => attribute('BgRequestedAttribute', path)),
  ]);
}

/** @returns the subject without what {@link carryBasis} adds */
export function withoutBasis(subject: Subject): Subject {
  return withAttributes(subject, foreignAttributes(subject));
}

/**
 * @returns on which basis a request asks without a user, in either profile; undefined when it states none; the refusal when
 *   what its subject carries cannot be understood
 */
export function statedBasis({ background, subject }: EvidenceRequest): StatedBasis | Refusal | undefined {
  if (background !== undefined) return background;
  const carried = subject.person.sectorSpecificAttributes;
  const all = (name: CarriedName) => carried.filter(({ uri }) => uri === NAMESPACE + NAMES[name]);
  const [mode, ...modes] = all('BgExchangeMode');
  if (mode === undefined) return undefined;
  if (mode.value !== BACKGROUND || modes.length > 0) return malformed('BG-REQ-01');

  const [law, ...laws] = all('BgLegalBasis');
  const [purpose, ...purposes] = all('BgPurpose');
  const [notice, ...notices] = all('BgNotice');
  const [caseReference] = all('BgCaseReference');
  const legalBasis = law && legalBasisIn(law.value);
  const given = notice && noticeIn(notice.value);
  const twice = laws.length + purposes.length + notices.length > 0;
  const garbled = notice !== undefined && given === undefined;
  if (legalBasis === undefined || purpose === undefined || garbled || twice) return malformed('BG-REQ-03');
  const paths = all('BgRequestedAttribute').map(({ value }) => value);
  return {
    legalBasis,
    purpose: { code: purpose.value },
    ...present({
      notice: given,
      caseReference: caseReference?.value,
      requestedAttributes: paths.length === 0 ? undefined : paths,
    }),
  };
}

function attribute(name: CarriedName, value: string): SectorSpecificAttribute {
  return { name, uri: NAMESPACE + NAMES[name], value };
}

function foreignAttributes({ person }: Subject): readonly SectorSpecificAttribute[] {
  return person.sectorSpecificAttributes.filter(({ uri }) => !uri.startsWith(NAMESPACE));
}

function withAttributes(
  { kind, person }: Subject,
  sectorSpecificAttributes: readonly SectorSpecificAttribute[],
): Subject {
  const invalid = (reason: string) => new RangeError(reason);
  return kind === 'natural'
    ? { kind, person: NaturalPerson.of(Object.assign({}, person, { sectorSpecificAttributes }), invalid) }
    : { kind, person: LegalPerson.of(Object.assign({}, person, { sectorSpecificAttributes }), invalid) };
}

/** `type|instrument|article|member state` */
function legalBasisIn(value: string): LegalBasis | undefined {
  const [type = '', instrument = '', article = '', memberState = '', ...more] = value.split('|');
  if (!TYPES.includes(type) || instrument === '' || article === '') return undefined;
  if (!/^[A-Z]{2}$/.test(memberState) || more.length > 0) return undefined;
  return { type: type as LegalBasisType, instrument, article, memberState };
}

/** `identifier|digest|given at` */
function noticeIn(value: string): Notice | undefined {
  const [identifier = '', digest = '', givenAt = '', ...more] = value.split('|');
  const instant = new Date(givenAt);
  if (identifier === '' || !/^sha256:[0-9a-f]{64}$/.test(digest)) return undefined;
  return Number.isNaN(instant.getTime()) || more.length > 0 ? undefined : { identifier, digest, givenAt: instant };
}

function malformed(rule: string): Refusal {
  return Refusal.invalid(`${BACKGROUND_REFUSALS.malformed} ${rule}`);
}
