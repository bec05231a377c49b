import { COMPANY_POLICY, PERSON_POLICY, type Thresholds } from '../../matching/matching-policy.js';
import { type ConfusionTable, type Tally, TRIAL_SEED, companyConfusion, personConfusion } from './confusion-table.js';

/** The generated parts of docs/matching.md: Markdown by name of the part. */
export async function generatedParts(): Promise<ReadonlyMap<string, string>> {
  const [people, companies] = [await personConfusion(TRIAL_SEED), await companyConfusion(TRIAL_SEED)];
  return new Map([
    ['points for people', pointsTable(PERSON_POLICY)],
    ['thresholds for people', thresholdTable(PERSON_POLICY.thresholds)],
    ['points for companies', pointsTable({ legalName: COMPANY_POLICY.legalName })],
    ['thresholds for companies', thresholdTable(COMPANY_POLICY.thresholds)],
    ['people by claim', variantTable(people)],
    ['people by country', countryTable(people)],
    ['companies by claim', variantTable(companies)],
    ['companies by country', countryTable(companies)],
  ]);
}

/**
 * Puts the generated parts between their marks, `<!-- begin: people by claim -->` and `<!-- end -->`.
 *
 * @throws {RangeError} when the page lacks a part
 */
export function withParts(page: string, parts: ReadonlyMap<string, string>): string {
  let written = page;
  for (const [name, part] of parts) {
    const between = new RegExp(`(<!-- begin: ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!between.test(written)) throw new RangeError(`the page has no part "${name}"`);
    written = written.replace(between, (_whole, begin: string, end: string) => `${begin}${part}\n${end}`);
  }
  return written;
}

function pointsTable({
  swapped,
  thresholds: _elsewhere,
  ...elements
}: Partial<typeof PERSON_POLICY> & Partial<typeof COMPANY_POLICY>): string {
  const rows = Object.entries(elements).flatMap(([element, worth]) =>
    Object.entries(worth).map(([finding, points]) => [element, finding, points] as const),
  );
  const order = swapped === undefined ? [] : [['order', 'swapped', -swapped] as const];
  return table(
    ['Element', 'Finding', 'Points'],
    [...rows, ...order].map(([element, finding, points]) => [`\`${element}\``, `\`${finding}\``, String(points)]),
  );
}

function thresholdTable(thresholds: Thresholds): string {
  return table(
    ['Identifier', 'Points the rest must reach'],
    Object.entries(thresholds).map(([quality, points]) => [`\`${quality}\``, String(points)]),
  );
}

const TALLY = ['Claims', 'True', 'False', 'Missed', 'Refused'];

function variantTable({ variants }: ConfusionTable): string {
  return table(
    ['Claimed', 'Identifier', ...TALLY],
    variants.map(({ variant, identifier, ...tally }) => [variant, identifier, ...cells(tally)]),
  );
}

function countryTable({ countries }: ConfusionTable): string {
  const all = countries.reduce<Tally>(
    (sum, { claims, true: right, false: wrong, missed, refused }) => ({
      claims: sum.claims + claims,
      true: sum.true + right,
      false: sum.false + wrong,
      missed: sum.missed + missed,
      refused: sum.refused + refused,
    }),
    { claims: 0, true: 0, false: 0, missed: 0, refused: 0 },
  );
  return table(
    ['Country', ...TALLY],
    [...countries.map(({ country, ...tally }) => [country, ...cells(tally)]), ['All', ...cells(all)]],
  );
}

function cells({ claims, true: right, false: wrong, missed, refused }: Tally): readonly string[] {
  return [claims, right, wrong, missed, refused].map(String);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
