import fc from 'fast-check';
import { type EvidenceDocument, evidenceIdOf } from './envelope.js';
import { EVIDENCE_MODELS, type EvidenceModelName } from './evidence-model.js';
import { fieldCatalogueOf } from './field-catalogue.js';
import { minimise } from './minimise.js';
import { covers, pathsOf } from './paths.js';
import { sampleEvidence } from './testing/index.js';
import { validateMinimisedEvidence } from './validate-evidence.js';

const MODELS = Object.keys(EVIDENCE_MODELS) as EvidenceModelName[];
const headerOf = (document: EvidenceDocument) =>
  Object.fromEntries(Object.entries(document).filter(([, value]) => typeof value !== 'object'));

describe('an evidence of residence', () => {
  const residence = sampleEvidence('residence');

  it('reduced to two paths has these and its envelope', () => {
    const { document, disclosed, omitted } = minimise(residence, [
      '/residence/address/postCode',
      '/subject/familyName',
    ]);
    const { evidenceId: _ofTheWhole, provider, ...header } = residence;
    expect(document).toEqual({
      ...headerOf(header),
      provider,
      evidenceId: expect.any(String) as unknown,
      subject: { familyName: 'Tamm' },
      residence: { address: { postCode: '10111' } },
    });
    expect(disclosed).toEqual(['/subject/familyName', '/residence/address/postCode']);
    expect(omitted).toContain('/subject/identifiers/0/value');
    expect([...disclosed, ...omitted].sort()).toEqual([...pathsOf(residence)].sort());
  });

  it('reduced by a group has all that is below it', () => {
    const { document } = minimise(residence, ['/residence']);
    expect(document['residence']).toEqual(residence['residence']);
    expect(document).not.toHaveProperty('subject');
  });

  it('reduced by nothing that covers everything is what it was, under the same identifier', () => {
    expect(minimise(residence, ['/subject', '/residence'])).toEqual({
      document: residence,
      disclosed: pathsOf(residence),
      omitted: [],
    });
  });

  it('without any path is its envelope', () => {
    const { document, disclosed, omitted } = minimise(residence, []);
    expect(pathsOf(document)).toEqual([]);
    expect(disclosed).toEqual([]);
    expect(omitted).toEqual(pathsOf(residence));
  });

  it('never has its envelope reduced, and no path reaches into it', () => {
    const { document } = minimise(residence, ['/provider/name', '/issuedAt']);
    expect(document['provider']).toEqual(residence['provider']);
    expect(pathsOf(document)).toEqual([]);
  });

  it('loses the digest of its human-readable version with the first omission', () => {
    const rendered = {
      ...residence,
      humanReadable: { mediaType: 'image/svg+xml', digest: `sha256:${'0'.repeat(64)}` },
    };
    expect(minimise(rendered, ['/subject', '/residence']).document).toHaveProperty('humanReadable');
    expect(minimise(rendered, ['/subject']).document).not.toHaveProperty('humanReadable');
  });

  it('refuses a path that is no pointer', () => {
    for (const pattern of ['subject', '', '/subject/~2']) {
      expect(() => minimise(residence, [pattern])).toThrow(SyntaxError);
    }
  });

  it('gives nothing of itself away to who changes the result', () => {
    const { document } = minimise(residence, ['/residence/address']);
    (document['residence'] as { address: { postCode: string } }).address.postCode = 'changed';
    expect(residence['residence']).toMatchObject({ address: { postCode: '10111' } });
  });
});

describe('a list', () => {
  const income = sampleEvidence('income-summary');

  it('is reduced element by element', () => {
    expect(minimise(income, ['/incomes/*/gross/amount']).document['incomes']).toEqual([
      { gross: { amount: 52000 } },
      { gross: { amount: 9000 } },
    ]);
  });

  it('closes up where nothing of an element is released', () => {
    expect(minimise(income, ['/incomes/*/payer']).document['incomes']).toHaveLength(1);
    expect(minimise(income, ['/incomes/1']).document['incomes']).toEqual([
      { type: 'pension', gross: { amount: 9000, currency: 'NOK' } },
    ]);
  });

  it('without elements is a value of its own', () => {
    const vehicle = sampleEvidence('vehicle-registration');
    expect(pathsOf(vehicle)).toContain('/registration/restrictions');
    expect(minimise(vehicle, ['/registration/restrictions']).document['registration']).toEqual({ restrictions: [] });
    expect(minimise(vehicle, ['/registration/restrictions/*']).omitted).toContain('/registration/restrictions');
  });
});

describe('a document with hostile names', () => {
  const hostile = JSON.parse(
    '{"evidenceType":"residence","__proto__":{"polluted":true},"a~b/c":{"constructor":{"prototype":1}}}',
  ) as EvidenceDocument;

  it('keeps them as names and touches no prototype', () => {
    const { document, disclosed } = minimise(hostile, ['/__proto__/polluted', '/a~0b~1c']);
    expect(disclosed).toEqual(['/__proto__/polluted', '/a~0b~1c/constructor/prototype']);
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.hasOwn(document, '__proto__')).toBe(true);
  });

  it('has no inherited names that a path could reach', () => {
    expect(minimise({ evidenceType: 'residence', subject: {} }, ['/subject/toString']).disclosed).toEqual([]);
  });
});

describe('whatever is asked of whichever document', () => {
  const name = fc.constantFrom('a', 'b', 'c', '*', '0', '1', '~', '/', '__proto__', 'constructor', '');
  const body = fc.dictionary(
    name.filter((key) => key !== ''),
    fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('x', 1, true, null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(name, tie('value'), { maxKeys: 3 }),
      ),
    })).value,
    { minKeys: 1, maxKeys: 4 },
  );
  const pattern = fc
    .array(name, { minLength: 1, maxLength: 4 })
    .map((segments) => segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
  const patterns = fc.array(pattern, { maxLength: 4 });

  it('every path is either covered and disclosed or not covered and omitted', () => {
    fc.assert(
      fc.property(body, patterns, (document, asked) => {
        const { disclosed, omitted } = minimise(document, asked);
        const paths = pathsOf(document);
        expect(omitted).toEqual(paths.filter((path) => !covers(asked, path)));
        expect(disclosed).toHaveLength(paths.length - omitted.length);
      }),
    );
  });

  it('minimising again by the same paths omits nothing more where no list closed up', () => {
    fc.assert(
      fc.property(body, patterns, (document, asked) => {
        const once = minimise(
          document,
          asked.filter((path) => !/\/\d/.test(path)),
        );
        const twice = minimise(
          once.document,
          asked.filter((path) => !/\/\d/.test(path)),
        );
        expect(twice.document).toEqual(once.document);
      }),
    );
  });
});

describe.each(MODELS.map((model) => [model]))('of an evidence of %s', (model) => {
  const whole = sampleEvidence(model);

  it('what is not released cannot be told from the release, not even by a digest', () => {
    const paths = pathsOf(whole);
    for (const hidden of paths) {
      const asked = paths.filter((path) => path !== hidden);
      const other = changedAt(whole, hidden.slice(1).split('/'));
      expect(minimise(other, asked).document).toEqual(minimise(whole, asked).document);
    }
  });

  it('every single field can be released alone and still conforms', () => {
    for (const { path } of fieldCatalogueOf(model)) {
      const { document } = minimise(whole, [path]);
      expect(validateMinimisedEvidence(document)).toEqual([]);
    }
  });
});

/** @returns the document with another value at one path */
function changedAt(document: EvidenceDocument, segments: readonly string[]): EvidenceDocument {
  const copy = structuredClone(document) as Record<string, unknown>;
  const last = segments.at(-1)!;
  const parent = segments
    .slice(0, -1)
    .reduce<Record<string, unknown>>((value, segment) => value[segment] as Record<string, unknown>, copy);
  parent[last] = 'another value';
  return { ...copy, evidenceId: evidenceIdOf(copy) };
}
