import Type from 'typebox';
import { code, currency, date, decimal, flag, group, list, oneOf, partialDate, text } from './elements.js';
import { LanguageText, OrganisationNumber, PersonIdentifier, address } from './parts.js';

const about = { personal: true } as const;

export const LEGAL_ENTITY_STATUS = ['active', 'in-liquidation', 'struck-off'] as const;
export const REPRESENTATION_SCOPE = ['ALONE', 'JOINT', 'LIMITED'] as const;

/** A company as its register shows it, with those who may act for it. */
export const LegalEntityExtract = Type.Object(
  {
    legalEntity: group('Legal entity', {
      identifiers: list('Identifiers', OrganisationNumber, 1),
      legalName: LanguageText,
      legalFormType: group('Legal form', {
        scheme: text('Scheme of the legal form', { codeList: 'GLEIF ELF, or the country for a national code' }),
        code: text('Legal form'),
        text: Type.Optional(text('Legal form in words')),
      }),
      status: oneOf('Status', 'status of a legal entity', LEGAL_ENTITY_STATUS),
      statusDate: date('Status since'),
      registeredAddress: address('Registered address'),
      registrationDate: date('Registered on'),
      activities: Type.Optional(
        list(
          'Activities',
          group('Activity', {
            nace: code('Economic activity', 'NACE Rev. 2.1', '^[0-9]{2,4}$'),
            isMain: flag('Main activity'),
          }),
        ),
      ),
      shareCapital: Type.Optional(group('Share capital', { amount: decimal('Amount'), currency: currency() })),
    }),
    representatives: Type.Optional(
      list(
        'Representatives',
        group('Representative', {
          identifiers: Type.Optional(list('Identifiers', PersonIdentifier)),
          familyName: text('Family name', about),
          givenName: text('Given name', about),
          dateOfBirth: Type.Optional(partialDate('Date of birth', about)),
          scope: oneOf('Right to represent', 'scope of representation', REPRESENTATION_SCOPE, about),
          from: date('Since', about),
          to: Type.Optional(date('Until', about)),
        }),
      ),
    ),
    vat: Type.Optional(
      group('Value added tax', {
        number: text('VAT number'),
        validFrom: Type.Optional(date('Valid from')),
      }),
    ),
    tax: Type.Optional(
      group('Tax', {
        hasArrears: flag('Tax arrears', { note: 'only with an explicit purpose' }),
        date: date('As of'),
      }),
    ),
    insolvency: Type.Optional(group('Insolvency', { inProceedings: flag('In insolvency proceedings') })),
  },
  { title: 'Legal entity extract' },
);
export type LegalEntityExtract = Type.Static<typeof LegalEntityExtract>;
