import Type from 'typebox';
import { code, date, decimal, flag, group, language, list, oneOf, text } from './elements.js';
import { LanguageText, OrganisationNumber, Subject } from './parts.js';

const about = { personal: true } as const;

const title = list('Titles', LanguageText, 1);

const level = {
  eqf: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 8, title: 'EQF level', 'x-code-list': 'EQF', 'x-personal': true }),
  ),
  isced2011: Type.Optional(code('ISCED level', 'ISCED 2011', '^[0-8]$', about)),
  nqf: Type.Optional(
    group('National qualifications framework', {
      scheme: text('Framework', about),
      value: text('Level in the framework', about),
    }),
  ),
};

const Institution = group('Issuing institution', {
  identifiers: list('Identifiers', OrganisationNumber, 1),
  name: list('Names', LanguageText, 1),
  accreditation: Type.Optional(list('Accreditations', text('Accreditation'))),
});

const result = {
  title: text('Course or subject', about),
  grade: Type.Optional(text('Grade', { ...about, note: 'as the institution gave it' })),
  gradingScheme: Type.Optional(text('Grading scheme', about)),
  status: oneOf('Status', 'ELMO result status', ['passed', 'failed', 'in-progress'], about),
  date: Type.Optional(date('Date', about)),
};

const revoked = Type.Optional(
  group('Revocation', {
    value: flag('Revoked', { ...about, note: 'true stops the procedure' }),
    date: Type.Optional(date('Revoked on', about)),
  }),
);

/** Completion of upper secondary education, aligned with ELMO. */
export const SecondaryEducationCompletion = Type.Object(
  {
    learner: Subject,
    qualification: group('Qualification', {
      title,
      level: Type.Optional(group('Level', level)),
      awardedDate: date('Awarded on', about),
      language: list('Languages of instruction', language('Language of instruction'), 1),
      accessToFurtherStudy: Type.Optional(text('Access to further study', about)),
    }),
    issuingInstitution: Institution,
    results: Type.Optional(list('Results', group('Result', result))),
    revoked,
  },
  { title: 'Completion of secondary education' },
);
export type SecondaryEducationCompletion = Type.Static<typeof SecondaryEducationCompletion>;

/** Completion of tertiary education, aligned with ELMO and the European Learning Model. */
export const TertiaryEducationCompletion = Type.Object(
  {
    learner: Subject,
    qualification: group('Qualification', {
      title,
      level: Type.Optional(group('Level', level)),
      field: Type.Optional(code('Field of study', 'ISCED-F 2013', '^[0-9]{4}$', about)),
      awardedDate: date('Awarded on', about),
      language: list('Languages of instruction', language('Language of instruction'), 1),
      accessToFurtherStudy: Type.Optional(text('Access to further study', about)),
      regulatedProfession: Type.Optional(text('Regulated profession', about)),
      totalCredits: group('Total credits', {
        scheme: text('Credit scheme', about),
        value: decimal('Credits', about),
      }),
    }),
    issuingInstitution: Institution,
    results: Type.Optional(
      list('Results', group('Result', { ...result, credits: Type.Optional(decimal('Credits', about)) })),
    ),
    supplement: Type.Optional(
      group('Diploma supplement', {
        section: list('Sections', text('Section', about)),
      }),
    ),
    revoked,
  },
  { title: 'Completion of tertiary education' },
);
export type TertiaryEducationCompletion = Type.Static<typeof TertiaryEducationCompletion>;
