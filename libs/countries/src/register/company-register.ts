import type { Address, EvidenceDocument, LegalEntityExtract } from '@oots/evidence';
import type { EvidenceRegister, Match, RegisterKey, RegisterRecords, SubjectClaims } from '@oots/node';
import type { PersonNumber } from '../identifiers/person-numbers.js';
import { assessCompany } from '../matching/assess-company.js';
import { COMPANY_POLICY } from '../matching/matching-policy.js';
import { whoFits } from '../matching/who-fits.js';
import { eidasLink, qualityOf } from './eidas-links.js';
import type { EvidenceSource } from './evidence-source.js';
import type { NationalRegister } from './national-register.js';
import type { Population } from './population.js';

/** Somebody who may act for a company, in the business register's own spelling. */
export interface Representative {
  readonly number: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly scope: 'ALONE' | 'JOINT' | 'LIMITED';
  readonly from: string;
}

/** A company as any business register has it, before the country's own shape. */
export interface CompanyEntry {
  readonly number: string;
  readonly name: string;
  /** National form, `OÜ`. */
  readonly form: string;
  readonly status: LegalEntityExtract['legalEntity']['status'];
  readonly statusDate: string;
  readonly registeredOn: string;
  readonly address: Address;
  /** NACE Rev. 2.1, the main activity first. */
  readonly activities: readonly string[];
  readonly shareCapital: number;
  readonly vatNumber?: string;
  readonly representatives: readonly Representative[];
}

/** How the numbers in a country's business register are called, and its currency. */
export interface CompanyScheme {
  /** Of the company's number: EAS code. */
  readonly number: string;
  readonly person: PersonNumber['scheme'];
  readonly currency: string;
}

/** The companies of one country, found by the policy of docs/matching.md. */
export class CompanyRegister implements EvidenceRegister {
  readonly evidenceType = 'legal-entity-extract';

  constructor(
    private readonly register: NationalRegister<CompanyEntry>,
    private readonly population: Population,
    private readonly source: EvidenceSource<'legal-entity-extract'>,
    private readonly scheme: CompanyScheme,
  ) {}

  async match(claims: SubjectClaims, records: RegisterRecords): Promise<Match> {
    const fitting = await this.fitting(claims, records);
    const [only] = fitting;
    if (!only) return { outcome: 'none' };
    if (fitting.length > 1) return { outcome: 'several', count: fitting.length };
    return { outcome: 'one', key: only.number as RegisterKey };
  }

  async extract(key: RegisterKey, records: RegisterRecords, issuedAt: Date): Promise<EvidenceDocument | undefined> {
    const company = await this.register.get(key, records);
    if (!company) return undefined;
    const representatives: Representative[] = [];
    for (const representative of company.representatives) {
      if (!(await this.population.isProtected(representative.number, records))) representatives.push(representative);
    }
    return this.source.issue(
      {
        legalEntity: this.legalEntity(company),
        ...(representatives.length === 0
          ? {}
          : {
              representatives: representatives.map(({ number, ...known }) => ({
                identifiers: [{ scheme: this.scheme.person, value: number }],
                ...known,
              })),
            }),
        ...(company.vatNumber === undefined ? {} : { vat: { number: company.vatNumber } }),
      },
      issuedAt,
      { validFrom: company.statusDate },
    );
  }

  /** Whoever acts alone; joint and limited representation takes more than one sign-in (G-08). */
  async mayActFor(person: SubjectClaims, company: RegisterKey, records: RegisterRecords): Promise<boolean> {
    const { nationalIdentifier } = person;
    const match = await this.population.match(person, records);
    const entry = await this.register.get(company, records);
    return (
      nationalIdentifier !== undefined &&
      match.outcome === 'one' &&
      (entry?.representatives.some(
        ({ number, scope }) => number === nationalIdentifier && number === match.key && scope === 'ALONE',
      ) ??
        false)
    );
  }

  private legalEntity(company: CompanyEntry): LegalEntityExtract['legalEntity'] {
    const { country, language } = this.source.authority;
    return {
      identifiers: [{ scheme: this.scheme.number, value: company.number }],
      legalName: { lang: language.toLowerCase(), text: company.name },
      legalFormType: { scheme: country, code: company.form },
      status: company.status,
      statusDate: company.statusDate,
      registeredAddress: company.address,
      registrationDate: company.registeredOn,
      activities: company.activities.map((nace, index) => ({ nace, isMain: index === 0 })),
      shareCapital: { amount: company.shareCapital, currency: this.scheme.currency },
    };
  }

  /** Always the same three look-ups, as for people. */
  private async fitting(claims: SubjectClaims, records: RegisterRecords): Promise<readonly CompanyEntry[]> {
    const { eidasIdentifier, legalName = '' } = claims;
    const link = await eidasLink(eidasIdentifier ?? '', 'company', records);
    const company = await this.register.get(link?.number ?? '', records);
    const alike = await this.register.where({ name: legalName.normalize('NFC') }, records);
    const issuedHere = eidasIdentifier?.startsWith(`${this.source.authority.country}/`) ?? false;
    const identified =
      link && company ? { identified: { candidate: company, quality: qualityOf(link, issuedHere) } } : undefined;
    return whoFits(
      // A company belongs to the register that numbers it: under an identifier that is unknown here there is none.
      { ...identified, alike, identifierOfNobody: eidasIdentifier !== undefined && identified === undefined },
      (candidate) => assessCompany(claims, candidate),
      COMPANY_POLICY.thresholds,
    );
  }
}
