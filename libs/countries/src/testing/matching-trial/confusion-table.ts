import type { Match, SubjectClaims } from '@oots/node';
import { COMPANY_VARIANTS } from './company-variants.js';
import { PERSON_VARIANTS, type Variant } from './person-variants.js';
import { type TrialCountry, trialCountries } from './trial-countries.js';

/** How many claims came to which end. */
export interface Tally {
  readonly claims: number;
  /** The right one was found. */
  readonly true: number;
  /** Somebody else was found, or somebody where nobody should be. */
  readonly false: number;
  /** The right one is on record and was not found. */
  readonly missed: number;
  /** Nobody should be found, and nobody was. */
  readonly refused: number;
}

export interface VariantRow extends Tally {
  readonly variant: string;
  readonly identifier: string;
}

export interface CountryRow extends Tally {
  readonly country: string;
}

/** What a trial of the matching policy over six countries shows. */
export interface ConfusionTable {
  readonly variants: readonly VariantRow[];
  readonly countries: readonly CountryRow[];
}

/** The seed of the population that `npm start` and the documents show. */
export const TRIAL_SEED = 2026;

/** @param seed of the synthetic populations */
export async function personConfusion(seed: number): Promise<ConfusionTable> {
  return confusion(
    await trialCountries(seed),
    PERSON_VARIANTS,
    (country) => country.people.map((subject) => ({ subject, key: subject.person.number.value })),
    (country, claims) => country.matchPerson(claims),
  );
}

/** @param seed of the synthetic populations */
export async function companyConfusion(seed: number): Promise<ConfusionTable> {
  return confusion(
    await trialCountries(seed),
    COMPANY_VARIANTS,
    (country) => country.companies.map((subject) => ({ subject, key: subject.company.number })),
    (country, claims) => country.matchCompany(claims),
  );
}

type Ending = Exclude<keyof Tally, 'claims'>;

async function confusion<Subject>(
  countries: readonly TrialCountry[],
  variants: readonly Variant<Subject>[],
  subjectsOf: (country: TrialCountry) => readonly { readonly subject: Subject; readonly key: string }[],
  match: (country: TrialCountry, claims: SubjectClaims) => Promise<Match>,
): Promise<ConfusionTable> {
  const endings: { readonly variant: Variant<Subject>; readonly country: string; readonly ending: Ending }[] = [];
  for (const country of countries) {
    for (const { subject, key } of subjectsOf(country)) {
      for (const variant of variants) {
        for (const claims of variant.claims(subject, country)) {
          const ending = endingOf(await match(country, claims), key, variant.means);
          endings.push({ variant, country: country.country, ending });
        }
      }
    }
  }
  return {
    variants: variants.map((variant) => ({
      variant: variant.name,
      identifier: variant.identifier,
      ...tally(endings.filter((one) => one.variant === variant)),
    })),
    countries: countries.map(({ country }) => ({
      country,
      ...tally(endings.filter((one) => one.country === country)),
    })),
  };
}

function endingOf(match: Match, key: string, means: Variant<unknown>['means']): Ending {
  if (match.outcome !== 'one') return means === 'nobody' ? 'refused' : 'missed';
  return means === 'the subject' && match.key === key ? 'true' : 'false';
}

function tally(endings: readonly { readonly ending: Ending }[]): Tally {
  const count = (ending: Ending) => endings.filter((one) => one.ending === ending).length;
  return {
    claims: endings.length,
    true: count('true'),
    false: count('false'),
    missed: count('missed'),
    refused: count('refused'),
  };
}
