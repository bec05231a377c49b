import { COUNTRIES } from '../code-lists/countries.js';
import { LEGAL_IDENTIFIER_SCHEMES } from '../code-lists/identifier-schemes.js';
import { EIDAS_GENDERS, GENDERS, LEVELS_OF_ASSURANCE } from '../code-lists/persons.js';
import { isProcedure } from '../code-lists/procedures.js';
import type { XmlElement } from '../xml/xml-element.js';
import {
  attributeIn,
  attributeIs,
  eidasIdentifier,
  filled,
  hasAttribute,
  SHAPES,
  textIn,
  textLike,
} from './conditions.js';
import type { Path } from './path.js';
import { QUERY } from './request-structure.js';
import { fatal, warning, type Rule, type RuleSince } from './rule.js';

const isEidas = attributeIs('schemeID', 'eidas');

function country(id: string, since: RuleSince, at: Path): Rule {
  return fatal(id, since, 'a country is a code of CountryIdentificationCode', at, textIn(COUNTRIES));
}

function levelOfAssurance(presence: string, code: string, since: RuleSince, person: Path): readonly Rule[] {
  return [
    fatal(presence, since, 'a person has a level of assurance', person, filled('sdg:LevelOfAssurance')),
    fatal(
      code,
      since,
      'the level of assurance is Low, Substantial or High',
      person.child('sdg:LevelOfAssurance'),
      textIn(LEVELS_OF_ASSURANCE),
    ),
  ];
}

/** The numbers under which one rule stands for a subject and for a representative. */
interface EidasNumbers {
  readonly scheme: string;
  readonly eidas: string;
  readonly shape: string;
}

function eidas(numbers: EidasNumbers, since: RuleSince, identifier: Path): readonly Rule[] {
  return [
    fatal(numbers.scheme, since, 'the identifier of a person names its scheme', identifier, hasAttribute('schemeID')),
    fatal(numbers.eidas, since, 'the scheme of a person is eidas', identifier, isEidas),
    fatal(
      numbers.shape,
      since,
      'an eIDAS identifier is XX/YY/ and 6 to 256 characters, XX and YY participating countries',
      identifier.where(isEidas),
      eidasIdentifier,
    ),
  ];
}

interface NaturalNumbers extends EidasNumbers {
  readonly assurance: readonly [presence: string, code: string];
  readonly notEmpty: string;
  readonly dateOfBirth: string;
  readonly addressCountry: string;
  readonly nationality: string;
  readonly countryOfBirth: string;
  readonly countryOfResidence: string;
}

function naturalPerson(person: Path, numbers: NaturalNumbers): readonly Rule[] {
  return [
    ...levelOfAssurance(...numbers.assurance, '1.0', person),
    warning(numbers.notEmpty, '1.0', 'an eIDAS identifier is not empty', person, (element) => {
      const identifier = element.all('sdg:Identifier').find(isEidas);
      return identifier === undefined || identifier.text !== '';
    }),
    ...eidas(numbers, '1.0', person.child('sdg:Identifier')),
    fatal(
      numbers.dateOfBirth,
      '1.0',
      'the date of birth is YYYY-MM-DD',
      person.child('sdg:DateOfBirth'),
      textLike(SHAPES.date),
    ),
    country(numbers.addressCountry, '1.0', person.child('sdg:CurrentAddress').child('sdg:AdminUnitLevel1')),
    country(numbers.nationality, '1.1', person.child('sdg:Nationality')),
    country(numbers.countryOfBirth, '1.1', person.child('sdg:CountryOfBirth')),
    country(numbers.countryOfResidence, '1.1', person.child('sdg:CountryOfResidence')),
  ];
}

interface LegalNumbers extends EidasNumbers {
  readonly assurance: readonly [presence: string, code: string];
  readonly identified: string;
  readonly furtherScheme: string;
  readonly furtherCode: string;
  readonly addressCountry: string;
}

function legalPerson(person: Path, since: RuleSince, numbers: LegalNumbers): readonly Rule[] {
  const further = person.child('sdg:Identifier');
  return [
    ...levelOfAssurance(...numbers.assurance, since, person),
    fatal(
      numbers.identified,
      '1.0',
      'a legal person has a LegalPersonIdentifier',
      person,
      filled('sdg:LegalPersonIdentifier'),
    ),
    ...eidas(numbers, since, person.child('sdg:LegalPersonIdentifier')),
    fatal(numbers.furtherScheme, '1.0', 'a further identifier names its scheme', further, hasAttribute('schemeID')),
    fatal(
      numbers.furtherCode,
      '1.0',
      'the scheme of a further identifier is a code of IdentifierSchemes',
      further.where(hasAttribute('schemeID')),
      attributeIn('schemeID', LEGAL_IDENTIFIER_SCHEMES),
    ),
    country(numbers.addressCountry, since, person.child('sdg:RegisteredAddress').child('sdg:AdminUnitLevel1')),
  ];
}

const representative = QUERY.value('AuthorizedRepresentative').child('sdg:Person');
const legalRepresentative = QUERY.value('AuthorizedRepresentativeLegalPerson').child('sdg:LegalPerson');
const hasEidasIdentity = (person: XmlElement) => person.all('sdg:Identifier').some(isEidas);
const powers = (person: Path) => person.child('sdg:SectorSpecificAttribute').child('sdg:AttributeValue');

/** R-EDM-REQ-C of persons: subject and representative, natural and legal. @see TDD 4.5.1, 3.6 */
export const REQUEST_PERSONS: readonly Rule[] = [
  ...naturalPerson(QUERY.value('NaturalPerson').child('sdg:Person'), {
    assurance: ['R-EDM-REQ-C036', 'R-EDM-REQ-C037'],
    notEmpty: 'R-EDM-REQ-C038',
    shape: 'R-EDM-REQ-C040',
    scheme: 'R-EDM-REQ-C041',
    eidas: 'R-EDM-REQ-C042',
    dateOfBirth: 'R-EDM-REQ-C043',
    addressCountry: 'R-EDM-REQ-C045',
    nationality: 'R-EDM-REQ-C075',
    countryOfBirth: 'R-EDM-REQ-C076',
    countryOfResidence: 'R-EDM-REQ-C077',
  }),
  ...legalPerson(QUERY.value('LegalPerson').child('sdg:LegalPerson'), '1.0', {
    assurance: ['R-EDM-REQ-C047', 'R-EDM-REQ-C048'],
    identified: 'R-EDM-REQ-C049',
    shape: 'R-EDM-REQ-C051',
    scheme: 'R-EDM-REQ-C052',
    eidas: 'R-EDM-REQ-C053',
    furtherScheme: 'R-EDM-REQ-C054',
    furtherCode: 'R-EDM-REQ-C055',
    addressCountry: 'R-EDM-REQ-C056',
  }),
  ...naturalPerson(representative, {
    assurance: ['R-EDM-REQ-C058', 'R-EDM-REQ-C059'],
    notEmpty: 'R-EDM-REQ-C060',
    shape: 'R-EDM-REQ-C061',
    scheme: 'R-EDM-REQ-C062',
    eidas: 'R-EDM-REQ-C063',
    dateOfBirth: 'R-EDM-REQ-C064',
    addressCountry: 'R-EDM-REQ-C067',
    nationality: 'R-EDM-REQ-C078',
    countryOfBirth: 'R-EDM-REQ-C079',
    countryOfResidence: 'R-EDM-REQ-C080',
  }),
  fatal(
    'R-EDM-REQ-C081',
    '1.1',
    'the power of a natural representative is one procedure',
    powers(representative),
    (value) => isProcedure(value.text),
  ),
  ...legalPerson(legalRepresentative, '1.1', {
    assurance: ['R-EDM-REQ-C082', 'R-EDM-REQ-C083'],
    identified: 'R-EDM-REQ-C084',
    shape: 'R-EDM-REQ-C085',
    scheme: 'R-EDM-REQ-C086',
    eidas: 'R-EDM-REQ-C087',
    furtherScheme: 'R-EDM-REQ-C088',
    furtherCode: 'R-EDM-REQ-C089',
    addressCountry: 'R-EDM-REQ-C090',
  }),
  fatal(
    'R-EDM-REQ-C091',
    '1.1',
    'the powers of a legal representative are procedures, separated by commas',
    powers(legalRepresentative),
    (value) => value.text.split(/,\s*/).every(isProcedure),
  ),
  fatal(
    'R-EDM-REQ-C124',
    '2.0',
    'the gender of a representative is a code of Gender',
    representative.child('sdg:Gender'),
    textIn(GENDERS),
  ),
  fatal(
    'R-EDM-REQ-C126',
    '2.0',
    'a representative with an eIDAS identity has a gender, Male, Female or Unspecified',
    representative.where(hasEidasIdentity),
    (person) => person.all('sdg:Gender').some(textIn(EIDAS_GENDERS)),
  ),
];
