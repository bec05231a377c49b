import { ownPartOf, spelledOutForms } from '../../matching/legal-name.js';
import { spellingsOf } from '../../matching/name-folding.js';
import type { Variant } from './person-variants.js';
import { slipIn } from './slips.js';
import type { TrialCompany } from './trial-countries.js';

/** Claims under the company's own identifier. */
function identified(
  name: string,
  means: Variant<TrialCompany>['means'],
  legalNames: (subject: TrialCompany) => readonly string[],
): Variant<TrialCompany> {
  return {
    name,
    identifier: 'current',
    means,
    claims: (subject) =>
      legalNames(subject).map((legalName) => ({ eidasIdentifier: subject.identifiers.current, legalName })),
  };
}

/** Everything the trial claims about companies. */
export const COMPANY_VARIANTS: readonly Variant<TrialCompany>[] = [
  identified('As on record', 'the subject', ({ company }) => [company.name]),
  identified('Capitals, diacritics dropped', 'the subject', ({ company }) =>
    spellingsOf(company.name)
      .slice(0, 1)
      .map((name) => name.toUpperCase()),
  ),
  identified('Legal form left out', 'the subject', ({ company }) => [ownPartOf(company.name)]),
  identified('Legal form at the other end', 'the subject', ({ company }) => {
    const own = ownPartOf(company.name);
    const formLast = company.name.endsWith(company.form) || company.name.toUpperCase().endsWith(` ${company.form}`);
    return [formLast ? `${company.form} ${own}` : `${own} ${company.form}`];
  }),
  identified('Legal form spelled out', 'the subject', ({ company }) =>
    spelledOutForms(company.form).map((form) => `${ownPartOf(company.name)} ${form}`),
  ),
  identified('Slip in the name', 'the subject', ({ company }) => {
    const own = ownPartOf(company.name);
    return [`${slipIn(own)} ${company.form}`];
  }),
  identified('Another name', 'nobody', ({ company }) => [`Notonrecord ${company.form}`]),
  {
    name: 'Identifier of another company',
    identifier: 'current',
    means: 'nobody',
    claims: (subject, { companies }) => {
      const other = companies[(companies.indexOf(subject) + 1) % companies.length];
      return other ? [{ eidasIdentifier: other.identifiers.current, legalName: subject.company.name }] : [];
    },
  },
  {
    name: 'No company (“ghost”), with the name of one',
    identifier: 'issued here, nobody’s',
    means: 'nobody',
    claims: ({ company }, { country }) => [{ eidasIdentifier: `${country}/XX/ghost`, legalName: company.name }],
  },
  {
    name: 'As on record',
    identifier: 'none',
    means: 'the subject',
    claims: ({ company }) => [{ legalName: company.name }],
  },
  {
    name: 'Capitals',
    identifier: 'none',
    means: 'the subject',
    claims: ({ company }) => [{ legalName: company.name.toUpperCase() }],
  },
];
