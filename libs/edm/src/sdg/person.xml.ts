import { LegalPerson } from '../subject/legal-person.js';
import { NaturalPerson, type LevelOfAssurance, type SectorSpecificAttribute } from '../subject/natural-person.js';
import { LEVELS_OF_ASSURANCE } from '../code-lists/persons.js';
import {
  childText,
  childTexts,
  optionalChild,
  requiredAttribute,
  requiredText,
  SchemaViolation,
} from '../xml/schema-violation.js';
import type { XmlElement } from '../xml/xml-element.js';
import { element, optionalText, textElement, type Markup } from '../xml/xml-writer.js';
import { readAddress, writeAddress } from './address.xml.js';

const EIDAS = { schemeID: 'eidas' };

function writeAttributes(attributes: readonly SectorSpecificAttribute[]): readonly Markup[] {
  return attributes.map(({ name, uri, value }) =>
    element(
      'sdg:SectorSpecificAttribute',
      {},
      textElement('sdg:AttributeName', name),
      textElement('sdg:AttributeURI', uri),
      textElement('sdg:AttributeValue', value),
    ),
  );
}

function readAttributes(person: XmlElement): readonly SectorSpecificAttribute[] {
  return person.all('sdg:SectorSpecificAttribute').map((attribute) => ({
    name: requiredText(attribute, 'sdg:AttributeName'),
    uri: requiredText(attribute, 'sdg:AttributeURI'),
    value: requiredText(attribute, 'sdg:AttributeValue'),
  }));
}

function levelOfAssurance(person: XmlElement): LevelOfAssurance | undefined {
  const level = childText(person, 'sdg:LevelOfAssurance');
  return level !== undefined && LEVELS_OF_ASSURANCE.has(level) ? (level as LevelOfAssurance) : undefined;
}

function violation(person: XmlElement): (reason: string) => SchemaViolation {
  return (reason) => new SchemaViolation(reason, person.path);
}

/** @param name `sdg:Person` in a request, `sdg:NaturalPerson` in a response */
export function writeNaturalPerson(name: 'sdg:Person' | 'sdg:NaturalPerson', person: NaturalPerson): Markup {
  return element(
    name,
    {},
    optionalText('sdg:LevelOfAssurance', person.levelOfAssurance),
    person.eidasIdentifier === undefined ? undefined : textElement('sdg:Identifier', person.eidasIdentifier, EIDAS),
    textElement('sdg:FamilyName', person.familyName),
    textElement('sdg:GivenName', person.givenName),
    textElement('sdg:DateOfBirth', person.dateOfBirth),
    optionalText('sdg:BirthName', person.birthName),
    optionalText('sdg:PlaceOfBirth', person.placeOfBirth),
    person.currentAddress && writeAddress('sdg:CurrentAddress', person.currentAddress),
    optionalText('sdg:Gender', person.gender),
    person.nationalities.map((country) => textElement('sdg:Nationality', country)),
    optionalText('sdg:CountryOfBirth', person.countryOfBirth),
    optionalText('sdg:TownOfBirth', person.townOfBirth),
    optionalText('sdg:CountryOfResidence', person.countryOfResidence),
    optionalText('sdg:PhoneNumber', person.phoneNumber),
    optionalText('sdg:EmailAddress', person.emailAddress),
    writeAttributes(person.sectorSpecificAttributes),
  );
}

/** @throws {SchemaViolation} when a name or the date of birth is missing or impossible */
export function readNaturalPerson(person: XmlElement): NaturalPerson {
  const address = optionalChild(person, 'sdg:CurrentAddress');
  return NaturalPerson.of(
    {
      levelOfAssurance: levelOfAssurance(person),
      eidasIdentifier: childText(person, 'sdg:Identifier'),
      familyName: requiredText(person, 'sdg:FamilyName'),
      givenName: requiredText(person, 'sdg:GivenName'),
      dateOfBirth: requiredText(person, 'sdg:DateOfBirth'),
      birthName: childText(person, 'sdg:BirthName'),
      placeOfBirth: childText(person, 'sdg:PlaceOfBirth'),
      currentAddress: address && readAddress(address),
      gender: childText(person, 'sdg:Gender'),
      nationalities: childTexts(person, 'sdg:Nationality'),
      countryOfBirth: childText(person, 'sdg:CountryOfBirth'),
      townOfBirth: childText(person, 'sdg:TownOfBirth'),
      countryOfResidence: childText(person, 'sdg:CountryOfResidence'),
      phoneNumber: childText(person, 'sdg:PhoneNumber'),
      emailAddress: childText(person, 'sdg:EmailAddress'),
      sectorSpecificAttributes: readAttributes(person),
    },
    violation(person),
  );
}

export function writeLegalPerson(person: LegalPerson): Markup {
  return element(
    'sdg:LegalPerson',
    {},
    optionalText('sdg:LevelOfAssurance', person.levelOfAssurance),
    person.identifiers.map(({ scheme, value }) => textElement('sdg:Identifier', value, { schemeID: scheme })),
    textElement('sdg:LegalPersonIdentifier', person.eidasIdentifier, EIDAS),
    textElement('sdg:LegalName', person.legalName),
    person.registeredAddress && writeAddress('sdg:RegisteredAddress', person.registeredAddress),
    optionalText('sdg:LegalPhoneNumber', person.phoneNumber),
    optionalText('sdg:LegalEmailAddress', person.emailAddress),
    writeAttributes(person.sectorSpecificAttributes),
  );
}

/** @throws {SchemaViolation} when the identifier or the name is missing */
export function readLegalPerson(person: XmlElement): LegalPerson {
  const address = optionalChild(person, 'sdg:RegisteredAddress');
  return LegalPerson.of(
    {
      levelOfAssurance: levelOfAssurance(person),
      identifiers: person.all('sdg:Identifier').map((identifier) => ({
        scheme: requiredAttribute(identifier, 'schemeID'),
        value: identifier.text,
      })),
      eidasIdentifier: requiredText(person, 'sdg:LegalPersonIdentifier'),
      legalName: requiredText(person, 'sdg:LegalName'),
      registeredAddress: address && readAddress(address),
      phoneNumber: childText(person, 'sdg:LegalPhoneNumber'),
      emailAddress: childText(person, 'sdg:LegalEmailAddress'),
      sectorSpecificAttributes: readAttributes(person),
    },
    violation(person),
  );
}
