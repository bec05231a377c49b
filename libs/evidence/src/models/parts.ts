import Type from 'typebox';
import { country, currency, decimal, flag, group, language, list, oneOf, partialDate, text } from './elements.js';

const about = { personal: true } as const;

/** Identifier schemes of natural persons in the six countries, and the eIDAS identifier itself. */
export const PERSON_SCHEMES = [
  'FI-HETU',
  'EE-IK',
  'SE-PNR',
  'SE-SAM',
  'NO-FNR',
  'NO-DNR',
  'LV-PK',
  'LT-AK',
  'eIDAS',
] as const;

export const SEX = ['FEMALE', 'MALE', 'NKN', 'NAP'] as const;
export const MARITAL_STATUS = ['SINGLE', 'MARRIED', 'PARTNERSHIP', 'SEPARATED', 'DIVORCED', 'WIDOWED'] as const;
export const RELATIONSHIP = ['SPOUSE', 'CHILD', 'PARENT', 'OTHER'] as const;

/** A national or eIDAS number of a person; `current` is false for one that was replaced. */
export const PersonIdentifier = group('Identifier', {
  scheme: oneOf('Identifier scheme', 'person identifier schemes', PERSON_SCHEMES, about),
  value: text('Identifier', about),
  current: Type.Optional(flag('Identifier in use', about)),
});
export type PersonIdentifier = Type.Static<typeof PersonIdentifier>;

/** Core Person as the registers of the region can fill it. */
export const Subject = group('Person', {
  identifiers: list('Identifiers', PersonIdentifier, 1),
  familyName: text('Family name', { ...about, note: 'official spelling in the source register, Unicode NFC' }),
  givenName: text('Given name', { ...about, note: 'official spelling in the source register, Unicode NFC' }),
  birthName: Type.Optional(text('Family name at birth', about)),
  patronymicName: Type.Optional(text('Patronymic', about)),
  dateOfBirth: partialDate('Date of birth', about),
  sex: Type.Optional(oneOf('Sex', 'human-sex', SEX, about)),
  citizenship: Type.Optional(list('Citizenships', country('Citizenship', about))),
  maritalStatus: Type.Optional(oneOf('Marital status', 'marital status of the models', MARITAL_STATUS, about)),
  maritalStatusSourceCode: Type.Optional(text('Marital status, national code', about)),
});
export type Subject = Type.Static<typeof Subject>;

/** @param facts whether the address is a person's home */
export const address = (label: string, facts: { readonly personal?: boolean } = {}) =>
  group(label, {
    fullAddress: text('Full address', facts),
    thoroughfare: Type.Optional(text('Street', facts)),
    locatorDesignator: Type.Optional(text('House and apartment', facts)),
    postCode: Type.Optional(text('Post code', facts)),
    postName: Type.Optional(text('Post office', facts)),
    adminUnitL1: country('Country', facts),
    adminUnitL2: Type.Optional(text('Region or municipality', { ...facts, codeList: 'NUTS or LAU' })),
  });
export const Address = address('Address');
export type Address = Type.Static<typeof Address>;

export const HouseholdMember = group('Member', {
  relationship: oneOf('Relationship', 'relationship', RELATIONSHIP, about),
  familyName: text('Family name', about),
  givenName: text('Given name', about),
  dateOfBirth: partialDate('Date of birth', about),
  identifiers: Type.Optional(list('Identifiers', PersonIdentifier)),
});
export type HouseholdMember = Type.Static<typeof HouseholdMember>;

/** An organisation by its code: `scheme` of the EAS list or a national scheme. */
export const OrganisationReference = group('Organisation', {
  scheme: text('Scheme', { codeList: 'EAS' }),
  id: text('Identifier'),
  name: text('Name'),
});
export type OrganisationReference = Type.Static<typeof OrganisationReference>;

export const LanguageText = group('Text', { lang: language('Language'), text: text('Text') });
export type LanguageText = Type.Static<typeof LanguageText>;

export const Money = group('Amount', {
  amount: decimal('Amount', about),
  currency: currency(),
});
export type Money = Type.Static<typeof Money>;

/** An organisation's number in one scheme. */
export const OrganisationNumber = group('Identifier', {
  scheme: text('Scheme', { codeList: 'EAS, EUID, LEI, SCHAC or PIC' }),
  value: text('Identifier'),
});
export type OrganisationNumber = Type.Static<typeof OrganisationNumber>;
