import type { FormDefinition, FormField } from '../form/form-definition.js';
import { MARITAL_STATUS_FI } from '../transforms/index.js';

const person = { ui: { section: 'person', widget: 'text' }, editable: 'locked-with-dispute' } as const;
const previous = { section: 'previous-address', widget: 'text' } as const;
const next = { section: 'new-address', widget: 'text' } as const;
const text = { type: 'string' } as const;
const date = { type: 'string', format: 'date' } as const;
const country = { type: 'string', pattern: '^[A-Z]{2}$' } as const;

/** What DVV asks of somebody who moves to Finland. Names and identifiers are corrected at their source, not in the notice. */
const FIELDS: readonly FormField[] = [
  {
    name: 'foreignPersonalCode',
    titles: [
      { lang: 'EN', text: 'Personal identity code of the country you move from' },
      { lang: 'FI', text: 'Lähtömaan henkilötunnus' },
    ],
    schema: text,
    required: false,
    ...person,
  },
  {
    name: 'familyName',
    titles: [
      { lang: 'EN', text: 'Family name' },
      { lang: 'FI', text: 'Sukunimi' },
    ],
    schema: text,
    required: true,
    ...person,
  },
  {
    name: 'givenNames',
    titles: [
      { lang: 'EN', text: 'Given names' },
      { lang: 'FI', text: 'Etunimet' },
    ],
    schema: text,
    required: true,
    ...person,
  },
  {
    name: 'dateOfBirth',
    titles: [
      { lang: 'EN', text: 'Date of birth' },
      { lang: 'FI', text: 'Syntymäaika' },
    ],
    schema: date,
    required: true,
    ui: { section: 'person', widget: 'date' },
    editable: 'locked-with-dispute',
  },
  {
    name: 'citizenship',
    titles: [
      { lang: 'EN', text: 'Citizenship' },
      { lang: 'FI', text: 'Kansalaisuus' },
    ],
    schema: country,
    required: true,
    ui: { section: 'person', widget: 'country' },
    editable: 'locked-with-dispute',
  },
  {
    name: 'maritalStatus',
    titles: [
      { lang: 'EN', text: 'Marital status' },
      { lang: 'FI', text: 'Siviilisääty' },
    ],
    schema: { type: 'string', enum: Object.values(MARITAL_STATUS_FI) },
    required: false,
    ui: {
      section: 'person',
      widget: 'choice',
      choices: {
        '1': [
          { lang: 'EN', text: 'Unmarried' },
          { lang: 'FI', text: 'Naimaton' },
        ],
        '2': [
          { lang: 'EN', text: 'Married' },
          { lang: 'FI', text: 'Avioliitossa' },
        ],
        '3': [
          { lang: 'EN', text: 'Separated' },
          { lang: 'FI', text: 'Asumuserossa' },
        ],
        '4': [
          { lang: 'EN', text: 'Divorced' },
          { lang: 'FI', text: 'Eronnut' },
        ],
        '5': [
          { lang: 'EN', text: 'Widowed' },
          { lang: 'FI', text: 'Leski' },
        ],
        '6': [
          { lang: 'EN', text: 'In a registered partnership' },
          { lang: 'FI', text: 'Rekisteröidyssä parisuhteessa' },
        ],
      },
    },
    editable: 'yes',
  },
  {
    name: 'previousCountry',
    titles: [
      { lang: 'EN', text: 'Country you move from' },
      { lang: 'FI', text: 'Lähtömaa' },
    ],
    schema: country,
    required: true,
    ui: { section: 'previous-address', widget: 'country' },
    editable: 'yes',
  },
  {
    name: 'previousStreet',
    titles: [
      { lang: 'EN', text: 'Street and house' },
      { lang: 'FI', text: 'Lähiosoite' },
    ],
    schema: text,
    required: true,
    ui: previous,
    editable: 'yes',
  },
  {
    name: 'previousPostCode',
    titles: [
      { lang: 'EN', text: 'Post code' },
      { lang: 'FI', text: 'Postinumero' },
    ],
    schema: text,
    required: false,
    ui: previous,
    editable: 'yes',
  },
  {
    name: 'previousTown',
    titles: [
      { lang: 'EN', text: 'Town' },
      { lang: 'FI', text: 'Postitoimipaikka' },
    ],
    schema: text,
    required: false,
    ui: previous,
    editable: 'yes',
  },
  {
    name: 'movedFromSince',
    titles: [
      { lang: 'EN', text: 'Lived there since' },
      { lang: 'FI', text: 'Asunut osoitteessa alkaen' },
    ],
    schema: date,
    required: false,
    ui: { section: 'previous-address', widget: 'date' },
    editable: 'yes',
  },
  {
    name: 'childrenMovingAlong',
    titles: [
      { lang: 'EN', text: 'Children who move along' },
      { lang: 'FI', text: 'Mukana muuttavat lapset' },
    ],
    schema: { type: 'array', items: { familyName: text, givenNames: text, dateOfBirth: date, custody: text } },
    required: false,
    ui: { section: 'family', widget: 'person-list' },
    editable: 'yes',
  },
  {
    name: 'newStreet',
    titles: [
      { lang: 'EN', text: 'Street and house in Finland' },
      { lang: 'FI', text: 'Uusi lähiosoite Suomessa' },
    ],
    schema: text,
    required: true,
    ui: next,
    editable: 'yes',
  },
  {
    name: 'newPostCode',
    titles: [
      { lang: 'EN', text: 'Post code in Finland' },
      { lang: 'FI', text: 'Uusi postinumero' },
    ],
    schema: { type: 'string', pattern: '^\\d{5}$' },
    required: true,
    ui: next,
    editable: 'yes',
  },
  {
    name: 'newTown',
    titles: [
      { lang: 'EN', text: 'Town in Finland' },
      { lang: 'FI', text: 'Uusi postitoimipaikka' },
    ],
    schema: text,
    required: true,
    ui: next,
    editable: 'yes',
  },
  {
    name: 'movingDate',
    titles: [
      { lang: 'EN', text: 'Date of the move' },
      { lang: 'FI', text: 'Muuttopäivä' },
    ],
    schema: date,
    required: true,
    ui: { section: 'new-address', widget: 'date' },
    editable: 'yes',
  },
];

export const fiMoveNotice: FormDefinition = {
  identifier: 'fi-move-notice',
  version: '1.0',
  titles: [
    { lang: 'EN', text: 'Notice of move to Finland' },
    { lang: 'FI', text: 'Muuttoilmoitus Suomeen' },
  ],
  fields: FIELDS,
};
