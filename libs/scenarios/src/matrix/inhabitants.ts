import type { CountryProfile, RegisterKey, RegisterRecord, RegisterRecords, SubjectClaims } from '@oots/node';
import { MemoryRegisterRecords } from '@oots/countries/testing';

/** An invented person or company, as an authority names it to its node. */
export type MatrixSubject = SubjectClaims & { readonly levelOfAssurance: 'High' };

/** What the national eID of an invented person says, for whoever has to sign in before a preview. */
export type SignInIdentity = Required<
  Pick<SubjectClaims, 'familyName' | 'givenName' | 'dateOfBirth' | 'nationalIdentifier'>
>;

/** Somebody in a country's registers, and the evidence types they can be asked about. */
export interface Inhabitant {
  readonly subject: MatrixSubject;
  /** The person, or somebody who represents the company alone. */
  readonly signsIn: SignInIdentity;
  /** Names of evidence models. */
  readonly has: ReadonlySet<string>;
}

/** Where every country keeps whom an eIDAS identifier means. */
const LINKS = 'eidas-links';

/** The invented people and companies of one country, as its registers know them. */
export class Inhabitants {
  private readonly records: RegisterRecords;
  private readonly links: readonly RegisterRecord[];

  /** @param seed the one that the nodes were started with */
  constructor(
    private readonly profile: CountryProfile,
    seed: number,
  ) {
    const content = profile.population(seed);
    this.records = MemoryRegisterRecords.holding(content);
    this.links = content.find(({ register }) => register === LINKS)?.records.map(({ record }) => record) ?? [];
  }

  /** @returns whoever can be identified towards a country and has any evidence, in the order of the registers */
  async identifiedTowards(requester: string, issuedAt: Date): Promise<readonly Inhabitant[]> {
    const found: Inhabitant[] = [];
    const seen = new Set<string>();
    for (const { eidasIdentifier, number } of this.links as readonly { eidasIdentifier: string; number: string }[]) {
      if (!eidasIdentifier.startsWith(`${this.profile.country}/${requester}/`) || seen.has(number)) continue;
      seen.add(number);
      const known = await this.known(number as RegisterKey, issuedAt);
      if (known === undefined) continue;
      const claims = { eidasIdentifier, ...known.claims };
      const has = await this.evidenceAbout(claims, issuedAt);
      if (has.size > 0) found.push({ subject: { ...claims, levelOfAssurance: 'High' }, signsIn: known.signsIn, has });
    }
    return found;
  }

  /** @returns undefined for whom no register names, and for a company that nobody represents alone */
  private async known(
    key: RegisterKey,
    issuedAt: Date,
  ): Promise<{ readonly claims: SubjectClaims; readonly signsIn: SignInIdentity } | undefined> {
    for (const { register } of this.profile.offers) {
      const document = await register.extract(key, this.records, issuedAt);
      const {
        subject,
        legalEntity,
        representatives = [],
      } = (document ?? {}) as {
        readonly subject?: { familyName?: string; givenName?: string; dateOfBirth?: string };
        readonly legalEntity?: { legalName: { text: string } };
        readonly representatives?: readonly { scope: string; identifiers: readonly { value: string }[] }[];
      };
      if (legalEntity !== undefined) {
        const number = representatives.find(({ scope }) => scope === 'ALONE')?.identifiers[0]?.value;
        const person = number === undefined ? undefined : await this.known(number as RegisterKey, issuedAt);
        return person && { claims: { legalName: legalEntity.legalName.text }, signsIn: person.signsIn };
      }
      const { familyName, givenName, dateOfBirth = '' } = subject ?? {};
      if (familyName !== undefined && givenName !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth)) {
        const claims = { familyName, givenName, dateOfBirth };
        return { claims, signsIn: { ...claims, nationalIdentifier: key } };
      }
    }
    return undefined;
  }

  private async evidenceAbout(claims: SubjectClaims, issuedAt: Date): Promise<ReadonlySet<string>> {
    const has = new Set<string>();
    for (const { register } of this.profile.offers) {
      const match = await register.match(claims, this.records);
      if (match.outcome !== 'one') continue;
      const document = await register.extract(match.key, this.records, issuedAt);
      if (document !== undefined) has.add(register.evidenceType);
    }
    return has;
  }
}
