import type { LegalPerson } from './legal-person.js';
import type { NaturalPerson } from './natural-person.js';

/** Whom evidence is about: exactly one natural or legal person. @see R-EDM-REQ-S016 */
export type Subject =
  | { readonly kind: 'natural'; readonly person: NaturalPerson }
  | { readonly kind: 'legal'; readonly person: LegalPerson };

/** @returns the subject with the minimum data set only, as a response carries it */
export function minimalSubject(subject: Subject): Subject {
  return subject.kind === 'natural'
    ? { kind: 'natural', person: subject.person.minimal() }
    : { kind: 'legal', person: subject.person.minimal() };
}
