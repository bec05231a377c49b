import fc from 'fast-check';
import { stringify } from 'yaml';
import { InvalidTable } from '../tables/invalid-table.js';
import { readPolicyTable } from './policy-table.js';
import type { PolicyQuestion } from './policy-decision.js';

const COUNTRIES = ['EE', 'FI', 'LV'];

/** A table in which everything is interactive. */
const content = () => ({
  version: 't1',
  bases: {
    request: { name: { EN: 'Request' }, type: 'GDPR-6-1-e', instrument: 'urn:x:request', article: '14(4)' },
    law: {
      name: { EN: 'Law', FI: 'Laki' },
      type: 'GDPR-6-1-e',
      instrument: 'urn:x:law',
      article: '1',
      previewExemption: '2',
    },
    consent: { name: { EN: 'Consent' }, type: 'GDPR-6-1-a', instrument: 'urn:x:gdpr', article: '6(1)(a)' },
  },
  purposes: { moving: { FI: 'Muutto', EN: 'Moving' } },
  pathSets: { home: ['/residence/address', '/household/members/*/givenName'] },
  rules: [rule('everything', {})],
});
const rule = (name: string, cells: Record<string, unknown>): Record<string, unknown> => ({
  rule: name,
  because: 'the test says so',
  procedure: ['*'],
  requester: ['*'],
  provider: ['*'],
  evidence: ['*'],
  mode: 'interactive',
  basis: 'request',
  purpose: 'moving',
  retention: 'P6M',
  notice: 'notice',
  ...cells,
});
const byLaw = { mode: 'background-law', basis: 'law', paths: 'home' };
const tableOf = (...rules: Record<string, unknown>[]) =>
  readPolicyTable(stringify({ ...content(), rules: [...content().rules, ...rules] }));
const question = (given: Partial<PolicyQuestion> = {}): PolicyQuestion => ({
  procedure: 'V1',
  requesterCountry: 'FI',
  providerCountry: 'EE',
  evidenceType: 'residence',
  ...given,
});

describe('given a policy table', () => {
  it('when a rule says nothing of providers without the background profile, then they are asked as OOTS does', () => {
    const plain = { otherwise: 'plain-without-preview' };
    const table = tableOf(
      rule('V1', { procedure: ['V1'], ...byLaw }),
      rule('V1-residence', { procedure: ['V1'], evidence: ['residence'], ...byLaw, ...plain }),
    );

    expect(table.decide(question({ evidenceType: 'birth' })).otherwise).toBe('interactive');
    expect(table.decide(question()).otherwise).toBe('plain-without-preview');
    expect(() => tableOf(rule('V1', { procedure: ['V1'], ...plain }))).toThrow(
      'rules V1, otherwise: interactive is the last resort',
    );
  });

  it('when one rule names the question more exactly than another, then it decides', () => {
    const table = tableOf(
      rule('V1', { procedure: ['V1'] }),
      rule('V1-residence', { procedure: ['V1'], evidence: ['residence'] }),
      rule('exact', { procedure: ['V1'], requester: ['FI'], provider: ['EE'], evidence: ['residence'], ...byLaw }),
    );

    expect(table.decide(question()).rule).toBe('exact');
    expect(table.decide(question({ providerCountry: 'LV' })).rule).toBe('V1-residence');
    expect(table.decide(question({ evidenceType: 'birth' })).rule).toBe('V1');
    expect(table.decide(question({ procedure: 'T2' })).rule).toBe('everything');
  });

  it('then a decision says everything that the exchange has to carry', () => {
    const table = tableOf(rule('law', { procedure: ['V1'], ...byLaw }));

    expect(table.decide(question())).toEqual({
      question: question(),
      mode: 'background-law',
      otherwise: 'interactive',
      legalBasis: {
        type: 'GDPR-6-1-e',
        instrument: 'urn:x:law',
        article: '1',
        memberState: 'FI',
        previewExemption: '2',
      },
      legalBasisName: [
        { lang: 'EN', text: 'Law' },
        { lang: 'FI', text: 'Laki' },
      ],
      purpose: {
        code: 'moving',
        descriptions: [
          { lang: 'EN', text: 'Moving' },
          { lang: 'FI', text: 'Muutto' },
        ],
      },
      paths: ['/residence/address', '/household/members/*/givenName'],
      retention: 'P6M',
      notice: 'notice',
      rule: 'law',
      tableVersion: 't1',
    });
  });

  it('then the basis is always of the law of the country that asks', () => {
    const table = tableOf(rule('both', { requester: ['EE', 'FI'], provider: ['EE', 'FI'], ...byLaw }));

    expect(table.decide(question()).legalBasis.memberState).toBe('FI');
    expect(table.decide(question({ requesterCountry: 'EE', providerCountry: 'FI' })).legalBasis.memberState).toBe('EE');
  });

  it('when countries are listed on both sides, then a country does not ask itself', () => {
    const table = tableOf(rule('both', { requester: ['EE', 'FI'], provider: ['EE', 'FI'] }));

    expect(table.decide(question({ requesterCountry: 'FI', providerCountry: 'FI' })).rule).toBe('everything');
  });

  it('then the order of the rules does not matter, and the winner is never less exact than another match', () => {
    const cell = (codes: string[]) => fc.constantFrom(['*'], ...codes.map((code) => [code]));
    const rules = fc.array(
      fc.record({
        procedure: cell(['V1', 'T2']),
        requester: cell(COUNTRIES),
        provider: cell(COUNTRIES),
        evidence: cell(['residence']),
      }),
      { maxLength: 5 },
    );
    const asked = fc.record({
      procedure: fc.constantFrom('V1', 'T2'),
      requesterCountry: fc.constantFrom(...COUNTRIES),
      providerCountry: fc.constantFrom(...COUNTRIES),
      evidenceType: fc.constantFrom('residence', 'birth'),
    });
    let decidable = 0;
    fc.assert(
      fc.property(rules, asked, (cells, asking) => {
        const named = cells.map((row, index) => rule(`r${index}`, row));
        const tables = [named, named.toReversed()].map((ordered) => attempt(() => tableOf(...ordered)));
        expect(tables[0] instanceof InvalidTable).toBe(tables[1] instanceof InvalidTable);
        const [table, reversed] = tables;
        if (table instanceof InvalidTable || reversed instanceof InvalidTable) return;
        decidable++;
        const winner = table!.decide(asking).rule;
        expect(reversed!.decide(asking).rule).toBe(winner);
        const matching = named.filter(
          (row) => matches(row, asking) && asking.requesterCountry !== asking.providerCountry,
        );
        for (const row of matching) {
          expect(
            exactness(named.find((one) => one['rule'] === winner) ?? rule('everything', {})),
          ).toBeGreaterThanOrEqual(exactness(row));
        }
      }),
    );
    expect(decidable).toBeGreaterThan(20);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown mode', { mode: 'backgroud-law' }, 'rules odd, mode:'],
    ['an unknown field', { colour: 'red' }, 'rules odd'],
    ['a missing field', { retention: undefined }, 'rules odd'],
    ['a country that is none', { requester: ['Finland'] }, 'rules odd, requester'],
    ['a wildcard among countries', { requester: ['FI', '*'] }, 'rules odd, requester'],
    ['a retention that is no duration', { retention: 'a year' }, 'rules odd, retention:'],
    ['a basis that is not there', { basis: 'lex' }, 'rules odd, basis: there is no lex'],
    ['a purpose that is not there', { purpose: 'fun' }, 'rules odd, purpose: there is no fun'],
    ['paths that are not there', { paths: 'all' }, 'rules odd, paths: there is no all'],
    ['a background exchange of everything', { ...byLaw, paths: undefined }, 'rules odd, paths: background-law names'],
    [
      'a law that keeps the preview',
      { ...byLaw, basis: 'request' },
      'rules odd, basis: no provision removes the preview',
    ],
    [
      'consent that stands on a law',
      { ...byLaw, mode: 'background-consent' },
      'background-consent does not stand on GDPR-6-1-e',
    ],
    ['a law that stands on consent', { ...byLaw, basis: 'consent' }, 'background-law does not stand on GDPR-6-1-a'],
  ])('when a row has %s, then the table is refused, naming the row and the field', (_, cells, message) => {
    expect(() => tableOf(rule('odd', { procedure: ['V1'], ...cells }))).toThrow(InvalidTable);
    expect(() => tableOf(rule('odd', { procedure: ['V1'], ...cells }))).toThrow(message);
  });

  it('when two rules could both decide, then the table is refused, naming both and the question', () => {
    const to = rule('to-EE', { procedure: ['V1'], provider: ['EE'] });
    const from = rule('from-FI', { procedure: ['V1'], requester: ['FI'] });

    expect(() => tableOf(to, from)).toThrow('rules to-EE and from-FI both decide V1 FI EE *');
    expect(() => tableOf(to, rule('again', { procedure: ['V1'], provider: ['EE'] }))).toThrow('to-EE and again');
    expect(() => tableOf(rule('everything', { procedure: ['V1'] }))).toThrow('rules everything: stands twice');
  });

  it('when some question would have no answer, then the table is refused', () => {
    const rules = [rule('V1', { procedure: ['V1'] })];

    expect(() => readPolicyTable(stringify({ ...content(), rules }))).toThrow('no rule has * in all four columns');
  });

  it('when it is no YAML, or a key stands twice, then it says where', () => {
    expect(() => readPolicyTable('rules: [')).toThrow(InvalidTable);
    expect(() => readPolicyTable('version: a\nversion: b')).toThrow('Map keys must be unique');
    expect(() => readPolicyTable('')).toThrow(InvalidTable);
  });
});

function attempt<T>(make: () => T): T | InvalidTable {
  try {
    return make();
  } catch (error) {
    if (error instanceof InvalidTable) return error;
    throw error;
  }
}

function matches(row: Record<string, unknown>, asked: PolicyQuestion): boolean {
  const cells = [row['procedure'], row['requester'], row['provider'], row['evidence']] as string[][];
  const asking = [asked.procedure, asked.requesterCountry, asked.providerCountry, asked.evidenceType];
  return cells.every(([cell], column) => cell === '*' || cell === asking[column]);
}

function exactness(row: Record<string, unknown>): number {
  return ['procedure', 'requester', 'provider', 'evidence'].filter((column) => (row[column] as string[])[0] !== '*')
    .length;
}
