import { LANGUAGES } from '../code-lists/languages.js';
import type { PrefixedName } from '../xml/namespaces.js';
import {
  attributeFilled,
  attributeIn,
  attributeLike,
  hasAttribute,
  holds,
  oneSlot,
  organisation,
  typed,
  type Condition,
} from './conditions.js';
import { Path } from './path.js';
import { fatal, warning, type Rule, type RuleSince } from './rule.js';

/** Rules that return in each message under other numbers. */

export function mandatorySlot(id: string, since: RuleSince, list: Path, name: string): Rule {
  return fatal(id, since, `the slot ${name} is present exactly once`, list, oneSlot(name));
}

export function slotType(id: string, since: RuleSince, list: Path, name: string, type: string): Rule {
  return fatal(id, since, `the value of the slot ${name} is a ${type}`, list.value(name), typed(type));
}

export function elementType(id: string, since: RuleSince, list: Path, name: string): Rule {
  return fatal(id, since, `the elements of ${name} are of AnyValueType`, list.collected(name), typed('AnyValueType'));
}

export function slotHolds(id: string, since: RuleSince, at: Path, content: PrefixedName): Rule {
  return fatal(id, since, `the slot holds an ${content}`, at, holds(content));
}

/** The two rules of every text: its language is given, and it is a code of the list. */
export function language(presence: string, code: string, since: RuleSince, texts: Path): readonly Rule[] {
  return [
    fatal(presence, since, 'a text says its language', texts, attributeFilled('lang')),
    fatal(
      code,
      since,
      'the language is an upper-case code of LanguageCode',
      texts.where(hasAttribute('lang')),
      attributeIn('lang', LANGUAGES),
    ),
  ];
}

/** The two rules of every organisation identifier. */
export function organisationIdentifier(
  presence: string,
  form: string,
  since: RuleSince,
  identifiers: Path,
): readonly Rule[] {
  return [
    fatal(presence, since, 'an organisation identifier names its scheme', identifiers, hasAttribute('schemeID')),
    fatal(
      form,
      since,
      'the scheme is EAS:<code> or unregistered:<country or oots>, the identifier shorter than 256 characters',
      identifiers,
      organisation('schemeID'),
    ),
  ];
}

const WORDINGS: readonly PrefixedName[] = [
  'sdg:Description',
  'sdg:Name',
  'sdg:Title',
  'sdg:Note',
  'sdg:EvidenceTypeClassification',
  'sdg:FullAddress',
  'sdg:PostCode',
  'sdg:PostCityName',
  'sdg:Thoroughfare',
  'sdg:PlaceOfBirth',
  'sdg:TownOfBirth',
  'sdg:PhoneNumber',
  'sdg:EmailAddress',
  'sdg:LegalPhoneNumber',
  'sdg:LegalEmailAddress',
  'sdg:nonLatin',
  'sdg:ValueExpression',
  'sdg:AttributeName',
  'sdg:AttributeValue',
];

/** Characters as XPath counts them, not UTF-16 units. */
const longEnough: Condition = (element) => Array.from(element.text.replace(/\s+/g, ' ')).length > 1;

export function wordings(id: string): Rule {
  return fatal(id, '1.1', 'a wording has at least two characters', Path.document.anywhere(...WORDINGS), longEnough);
}

/** Official rules compare `xsi:type` as a string in places; here its prefix is tolerated, and worth a word. */
export function conventionalPrefixes(id: string): Rule {
  return warning(
    id,
    '1.0',
    'xsi:type has the prefix of the specification, rim, rs or query',
    Path.document
      .anywhere('rim:SlotValue', 'rim:Element', 'rim:RegistryObject', 'rs:Exception')
      .where(hasAttribute('xsi:type')),
    attributeLike('xsi:type', /^(rim|rs|query):/),
  );
}

/** Lists of slots: the cardinalities of TDD 4.5 leave no slot name twice. */
export function slotNamesDiffer(id: string): Rule {
  return fatal(
    id,
    '1.0',
    'no slot name appears twice in one list',
    Path.document.anywhere(
      'query:QueryRequest',
      'query:QueryResponse',
      'query:Query',
      'rs:Exception',
      'rim:RegistryObject',
      'rim:Notification',
    ),
    (list) => {
      const names = list.all('rim:Slot').map((slot) => slot.attribute('name'));
      return new Set(names).size === names.length;
    },
  );
}
