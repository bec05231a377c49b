import type { SubjectPseudonyms, SubjectRef } from '@oots/audit';
import { LegalPerson, NaturalPerson, type LevelOfAssurance, type Subject } from '@oots/edm';
import type { SubjectClaims } from '../provider/evidence-register.js';

/** A subject as plain data, fit to be sealed: the value objects redact themselves when they are serialised. */
export type StoredSubject =
  | { readonly kind: 'natural'; readonly levelOfAssurance?: LevelOfAssurance; readonly claims: SubjectClaims }
  | { readonly kind: 'legal'; readonly levelOfAssurance?: LevelOfAssurance; readonly claims: SubjectClaims };

export function storedSubject({ kind, person }: Subject): StoredSubject {
  const { levelOfAssurance, eidasIdentifier } = person;
  const claims: SubjectClaims = {
    ...(eidasIdentifier === undefined ? {} : { eidasIdentifier }),
    ...(kind === 'natural'
      ? {
          familyName: person.familyName,
          givenName: person.givenName,
          dateOfBirth: person.dateOfBirth,
          ...(person.birthName === undefined ? {} : { birthName: person.birthName }),
        }
      : { legalName: person.legalName }),
  };
  return { kind, claims, ...(levelOfAssurance === undefined ? {} : { levelOfAssurance }) };
}

/** @throws {RangeError} when the stored claims are no subject: a defect, they were checked when they were stored */
export function subjectOf({ kind, claims, levelOfAssurance }: StoredSubject): Subject {
  const invalid = (reason: string) => new RangeError(`stored subject: ${reason}`);
  const { eidasIdentifier, familyName = '', givenName = '', dateOfBirth = '', birthName, legalName = '' } = claims;
  return kind === 'natural'
    ? {
        kind,
        person: NaturalPerson.of(
          { levelOfAssurance, eidasIdentifier, familyName, givenName, dateOfBirth, birthName },
          invalid,
        ),
      }
    : {
        kind,
        person: LegalPerson.of({ levelOfAssurance, eidasIdentifier: eidasIdentifier ?? '', legalName }, invalid),
      };
}

/** @returns the name of the subject in this node's log: the same person, the same name, whatever brought the claims here */
export function referenceTo({ claims }: StoredSubject, pseudonyms: SubjectPseudonyms): SubjectRef {
  if (claims.eidasIdentifier !== undefined) return pseudonyms.reference('eidas', claims.eidasIdentifier);
  const { familyName = '', givenName = '', dateOfBirth = '' } = claims;
  return pseudonyms.reference(
    'minimum-data-set',
    [familyName, givenName, dateOfBirth].join('|').normalize('NFC').toUpperCase(),
  );
}
