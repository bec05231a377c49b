import { NaturalPerson, type LevelOfAssurance, type Subject } from '@oots/edm';
import { type EvidenceBody, type EvidenceDocument, issueEvidence } from '@oots/evidence';
import { classificationOf, publisherOf } from './test-catalogue.js';

/** Somebody invented, as the registers of the test countries hold people. */
export interface TestPerson {
  readonly key: string;
  readonly eidasIdentifier?: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly dateOfBirth: string;
  /** Nothing on record of the residence when absent. */
  readonly street?: string;
  readonly protected?: boolean;
}

/** On record with everything. Lives in testland. */
export const signý: TestPerson = {
  key: 'signy',
  eidasIdentifier: 'IS/LI/1403872349',
  familyName: 'Þórsdóttir',
  givenName: 'Signý',
  dateOfBirth: '1987-03-14',
  street: 'Bröttugata 7',
};

/** What stands in this record would be harmful on a page that does not escape. */
export const bobby: TestPerson = {
  key: 'bobby',
  eidasIdentifier: 'IS/LI/0101900000',
  familyName: 'Borð',
  givenName: 'Bobby',
  dateOfBirth: '1990-01-01',
  street: `<script>alert("1")</script> & 'Co'`,
};

export const protectedPerson: TestPerson = {
  key: 'protected',
  eidasIdentifier: 'IS/LI/0202900000',
  familyName: 'Falin',
  givenName: 'Halla',
  dateOfBirth: '1990-02-02',
  street: 'Leynigata 1',
  protected: true,
};

export const personWithoutResidence: TestPerson = {
  key: 'homeless',
  eidasIdentifier: 'IS/LI/0303900000',
  familyName: 'Tóm',
  givenName: 'Jóna',
  dateOfBirth: '1990-03-03',
};

/** Two people whom a request without identifier cannot tell apart. */
export const twins: readonly TestPerson[] = ['one', 'other'].map((which) => ({
  key: `twin-${which}`,
  familyName: 'Tvíburi',
  givenName: 'Anna',
  dateOfBirth: '1990-04-04',
  street: `${which} house`,
}));

/** On nobody's record. */
export const stranger: TestPerson = {
  key: 'stranger',
  eidasIdentifier: 'IS/LI/0505900000',
  familyName: 'Óþekkt',
  givenName: 'Una',
  dateOfBirth: '1990-05-05',
};

/** Lives in the neighbouring country. */
export const liesl: TestPerson = {
  key: 'liesl',
  eidasIdentifier: 'LI/IS/1234567890',
  familyName: 'Büchel-Öhri',
  givenName: 'Liesl',
  dateOfBirth: '1991-06-07',
  street: 'Herrengässle 23',
};

/** Every record that testland begins with. */
export const POPULATION: readonly TestPerson[] = [signý, bobby, protectedPerson, personWithoutResidence, ...twins];

/** @param levelOfAssurance of the sign-in */
export function subjectFor(person: TestPerson, levelOfAssurance: LevelOfAssurance = 'High'): Subject {
  const { eidasIdentifier, familyName, givenName, dateOfBirth } = person;
  const attributes = { levelOfAssurance, eidasIdentifier, familyName, givenName, dateOfBirth };
  return { kind: 'natural', person: NaturalPerson.of(attributes, (reason) => new Error(reason)) };
}

/** The evidence about a person that a register of the country issues. */
export function residenceOf(person: TestPerson, country: string, issuedAt: Date): EvidenceDocument {
  const body: EvidenceBody<'residence'> = {
    subject: { ...named(person), citizenship: [country], maritalStatus: 'MARRIED' },
    residence: {
      type: 'permanent',
      address: {
        fullAddress: `${person.street ?? ''}, 9490 Prófbær`,
        thoroughfare: person.street ?? '',
        postCode: '9490',
        postName: 'Prófbær',
        adminUnitL1: country,
      },
      startDate: '2015-05-01',
    },
  };
  return issueEvidence('residence', body, issueBy(country, 'residence', issuedAt));
}

export function familyOf(person: TestPerson, country: string, issuedAt: Date): EvidenceDocument {
  const body: EvidenceBody<'family-composition'> = {
    subject: named(person),
    household: {
      members: [
        {
          relationship: 'CHILD',
          familyName: person.familyName,
          givenName: 'Barn',
          dateOfBirth: '2018-08-18',
          custody: 'JOINT',
        },
      ],
    },
  };
  return issueEvidence('family-composition', body, issueBy(country, 'family-composition', issuedAt));
}

function named({ eidasIdentifier, key, familyName, givenName, dateOfBirth }: TestPerson) {
  const identifiers = [{ scheme: 'eIDAS' as const, value: eidasIdentifier ?? key }];
  return { identifiers, familyName, givenName, dateOfBirth };
}

function issueBy(country: string, evidenceType: 'residence' | 'family-composition', issuedAt: Date) {
  const { identifier, names } = publisherOf(country);
  const provider = { scheme: identifier.scheme, id: identifier.value, name: names[0]?.text ?? '' };
  return { classification: classificationOf(country, evidenceType), issuedAt, provider, language: 'en' };
}
