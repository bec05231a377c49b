import Type from 'typebox';
import { date, group, list, oneOf, partialDate, text } from './elements.js';
import { PersonIdentifier, RELATIONSHIP, Subject } from './parts.js';

const about = { personal: true } as const;

export const CUSTODY = ['SOLE', 'JOINT', 'NONE'] as const;

/** Spouse, children and parents as the register knows them; protected relatives are absent without a trace. */
export const FamilyComposition = Type.Object(
  {
    subject: Subject,
    household: group('Family', {
      members: list(
        'Members',
        group('Member', {
          relationship: oneOf('Relationship', 'relationship', RELATIONSHIP, about),
          familyName: text('Family name', about),
          givenName: text('Given name', about),
          dateOfBirth: partialDate('Date of birth', about),
          dateOfDeath: Type.Optional(date('Date of death', about)),
          identifiers: Type.Optional(list('Identifiers', PersonIdentifier)),
          custody: Type.Optional(
            oneOf('Custody', 'custody', CUSTODY, { ...about, note: "the subject's custody of a child under age" }),
          ),
        }),
      ),
    }),
  },
  { title: 'Family composition' },
);
export type FamilyComposition = Type.Static<typeof FamilyComposition>;
