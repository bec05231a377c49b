import Type from 'typebox';
import { country, date, flag, group, list, oneOf, partialDate, text } from './elements.js';
import { OrganisationReference, PersonIdentifier, SEX } from './parts.js';

const about = { personal: true } as const;

/** Registration of a birth. The number and the given name may follow the registration by days. */
export const Birth = Type.Object(
  {
    birth: group('Birth', {
      child: group('Child', {
        familyName: text('Family name', about),
        givenName: Type.Optional(text('Given name', about)),
        givenNameStatus: Type.Optional(
          oneOf('Status of the given name', 'status of the given name', ['PENDING'], {
            ...about,
            note: 'present when the child has no given name yet',
          }),
        ),
        dateOfBirth: date('Date of birth', about),
        sex: oneOf('Sex', 'human-sex', SEX, about),
        placeOfBirth: group('Place of birth', {
          geographicName: text('Place', about),
          adminUnitL1: country('Country', about),
          adminUnitL2: Type.Optional(text('Region or municipality', { ...about, codeList: 'NUTS or LAU' })),
        }),
        identifiers: Type.Optional(list('Identifiers', PersonIdentifier)),
        citizenship: Type.Optional(list('Citizenships', country('Citizenship', about))),
      }),
      registration: group('Registration', {
        date: date('Registered on', about),
        number: Type.Optional(text('Entry number', about)),
        authority: OrganisationReference,
      }),
      parents: list(
        'Parents',
        group('Parent', {
          role: oneOf('Role', 'parental role', ['PARENT', 'CO_PARENT', 'REGISTERED_AT_ADOPTION'], about),
          familyName: Type.Optional(text('Family name', about)),
          givenName: Type.Optional(text('Given name', about)),
          identifiers: Type.Optional(list('Identifiers', PersonIdentifier)),
          dateOfBirth: Type.Optional(partialDate('Date of birth', about)),
          citizenship: Type.Optional(list('Citizenships', country('Citizenship', about))),
          parentalResponsibility: Type.Optional(
            flag('Parental responsibility', { ...about, note: 'only where the register keeps it' }),
          ),
        }),
      ),
    }),
  },
  { title: 'Registration of birth' },
);
export type Birth = Type.Static<typeof Birth>;
