import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { storedSubject } from '../exchange/subject-claims.js';
import { PostgresRegisterRecords } from '../persistence/postgres-register-records.js';
import type { EvidenceRegister, RegisterKey, RegisterRecords, SubjectClaims } from './evidence-register.js';
import type { ServedRequest } from './release-evidence.js';

/** What a national eID asserts of the person who signed in. Personal data: never logged. */
export type AssertedIdentity = Required<
  Pick<SubjectClaims, 'familyName' | 'givenName' | 'dateOfBirth' | 'nationalIdentifier'>
>;

/**
 * Whether the person who signed in at the provider is the one that a request is about. The eID says who signed in, the request
 * says who is meant; both have to lead to the same entry of the register. A protected person is not found, as in a request.
 *
 * @see TDD 4.9, Reg. (EU) 2022/1463 art. 11(3), 16
 */
@Injectable()
export class ConfirmIdentity {
  /** @returns whom the request means in the register; undefined when it is not the person, for whatever reason */
  async run(
    { request, offer }: Pick<ServedRequest, 'request' | 'offer'>,
    asserted: AssertedIdentity,
    transaction: EntityManager,
  ): Promise<RegisterKey | undefined> {
    const records = new PostgresRegisterRecords(transaction);
    const { kind, claims } = storedSubject(request.subject);
    return kind === 'natural'
      ? thePerson(offer.register, claims, asserted, records)
      : theirCompany(offer.register, claims, asserted, records);
  }
}

/** A request that is ambiguous alone, or has a slip in a name, may fit with the identifier: then the sign-in says who is meant. */
async function thePerson(
  register: EvidenceRegister,
  requested: SubjectClaims,
  asserted: AssertedIdentity,
  records: RegisterRecords,
): Promise<RegisterKey | undefined> {
  const { nationalIdentifier } = asserted;
  const signedIn = await register.match(asserted, records);
  const meant = await register.match({ ...requested, nationalIdentifier }, records);
  return signedIn.outcome === 'one' && meant.outcome === 'one' && signedIn.key === meant.key ? meant.key : undefined;
}

async function theirCompany(
  register: EvidenceRegister,
  requested: SubjectClaims,
  asserted: AssertedIdentity,
  records: RegisterRecords,
): Promise<RegisterKey | undefined> {
  const company = await register.match(requested, records);
  if (company.outcome !== 'one') return undefined;
  return (await register.mayActFor?.(asserted, company.key, records)) === true ? company.key : undefined;
}
