import type { RegisterRecords, SubjectClaims } from '@oots/node';
import { assessPerson } from '../matching/assess-person.js';
import { type IdentifierQuality, PERSON_POLICY, type PersonPolicy } from '../matching/matching-policy.js';
import { whoFits } from '../matching/who-fits.js';
import { type EidasLink, eidasLink, qualityOf } from './eidas-links.js';
import type { NationalRegister } from './national-register.js';
import type { PopulationEntry } from './population-entry.js';

/** Under these nobody is on record: what is looked up when a request does not say. */
const NOBODY = '';
const NO_DAY = '0001-01-01';

/** What a population register found. */
export interface PersonSearch {
  /** Everybody the claims fit, the protected included. */
  readonly fitting: readonly PopulationEntry[];
  /** The identifier leads to somebody, or to nobody for certain, whom the other claims do not fit. */
  readonly contradictory: boolean;
}

/**
 * Finds whom a request means in a population register, by the policy of docs/matching.md. The deceased and the protected are
 * found like everybody else. Every search makes the same three look-ups, so that the time it takes does not tell whether
 * there was nobody, somebody, somebody protected or several.
 */
export class PersonMatcher {
  /** @param ownEidasIdentifiers what identifiers that this country issued begin with, `EE/` */
  constructor(
    private readonly register: NationalRegister<PopulationEntry>,
    private readonly ownEidasIdentifiers: string,
    private readonly policy: PersonPolicy = PERSON_POLICY,
  ) {}

  async search(claims: SubjectClaims, records: RegisterRecords): Promise<PersonSearch> {
    const { eidasIdentifier = NOBODY, nationalIdentifier, dateOfBirth = NO_DAY } = claims;
    const link = await eidasLink(eidasIdentifier, 'person', records);
    const person = await this.register.get(nationalIdentifier ?? link?.number ?? NOBODY, records);
    const alike = await this.register.where({ dateOfBirth }, records);

    const issuedHere = eidasIdentifier.startsWith(this.ownEidasIdentifiers);
    const quality = qualityUnder(nationalIdentifier, link, issuedHere);
    const identified = person && quality ? { identified: { candidate: person, quality } } : undefined;
    // This country knows everyone it gave an identifier to: an unknown one is nobody, whatever the names say.
    const identifierOfNobody = (issuedHere || nationalIdentifier !== undefined) && identified === undefined;
    const fitting = whoFits(
      { ...identified, alike, identifierOfNobody },
      (candidate) => assessPerson(claims, candidate, this.policy),
      this.policy.thresholds,
    );
    return { fitting, contradictory: (identified !== undefined || identifierOfNobody) && fitting.length === 0 };
  }
}

/**
 * What the identifiers are worth together. One that the national eID asserts is current; an eIDAS identifier beside it that
 * leads to somebody else, or to nobody although it was issued here, contradicts it.
 */
function qualityUnder(
  nationalIdentifier: string | undefined,
  link: EidasLink | undefined,
  issuedHere: boolean,
): Exclude<IdentifierQuality, 'none'> | undefined {
  if (nationalIdentifier === undefined) return link && qualityOf(link, issuedHere);
  const agree = link === undefined ? !issuedHere : link.number === nationalIdentifier;
  return agree ? 'current' : undefined;
}
