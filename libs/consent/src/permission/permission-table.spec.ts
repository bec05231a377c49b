import fc from 'fast-check';
import { stringify } from 'yaml';
import { covers } from '@oots/evidence';
import { InvalidTable } from '../tables/invalid-table.js';
import { aPermissionQuestion, shippedTables } from '../testing/index.js';
import { BACKGROUND_REFUSALS } from './background-refusal.js';
import { intersectionOf } from './path-intersection.js';
import type { PermissionQuestion } from './permission-decision.js';
import { PermissionTable, readPermissionTable } from './permission-table.js';

describe('given what Estonia lets the Finnish population authority have', () => {
  const { permissions } = shippedTables();
  const decide = (given: Partial<PermissionQuestion> = {}) => permissions.check(aPermissionQuestion(given));

  it('when it asks for permitted fields on the agreed basis, then they are granted under a numbered permission', () => {
    expect(decide()).toEqual({
      outcome: 'granted',
      rule: 'EE-P-0001',
      tableVersion: permissions.version,
      granted: ['/residence/address', '/residence/startDate'],
      omitted: [],
    });
  });

  it('when it asks for more, then the rest is omitted and reported', () => {
    expect(decide({ requestedPaths: ['/residence/address', '/subject/sex', '/household'] })).toMatchObject({
      outcome: 'granted',
      granted: ['/residence/address'],
      omitted: ['/subject/sex', '/household'],
    });
  });

  it('when it asks for a whole branch of which a part is permitted, then only the part is granted', () => {
    const decision = decide({ requestedPaths: ['/subject'] });

    expect(decision).toMatchObject({ outcome: 'granted', omitted: ['/subject'] });
    expect(decision).toMatchObject({ granted: expect.not.arrayContaining(['/subject', '/subject/sex']) as string[] });
  });

  it('when it asks for something that is no path, then that is omitted like anything else', () => {
    expect(decide({ requestedPaths: ['/residence/address', 'address', '', '/a~2b'] })).toMatchObject({
      outcome: 'granted',
      granted: ['/residence/address'],
      omitted: ['address', '', '/a~2b'],
    });
  });

  it('when it names no fields, then it gets the permitted ones', () => {
    const { requestedPaths: _none, ...whole } = aPermissionQuestion();

    const decision = permissions.check(whole);
    expect(decision).toMatchObject({ outcome: 'granted', omitted: [] });
    expect(decision).toMatchObject({ granted: expect.arrayContaining(['/residence/address']) as string[] });
  });

  const { legalBasis, requester } = aPermissionQuestion();
  it.each<[string, Partial<PermissionQuestion>, string]>([
    ['for another purpose', { purpose: 'marketing' }, 'EDM-BG:ERR:0003'],
    ['in another procedure', { procedure: 'U4' }, 'EDM-BG:ERR:0003'],
    ['for another evidence', { evidenceType: 'income-summary' }, 'EDM-BG:ERR:0003'],
    ['for nothing that is permitted', { requestedPaths: ['/subject/sex'] }, 'EDM-BG:ERR:0003'],
    [
      'as another organisation',
      { requester: { ...requester, organisation: { ...requester.organisation, value: '1' } } },
      'EDM-BG:ERR:0003',
    ],
    [
      'as the same number in another scheme',
      { requester: { ...requester, organisation: { ...requester.organisation, scheme: 'urn:x' } } },
      'EDM-BG:ERR:0003',
    ],
    ['as the organisation of another country', { requester: { ...requester, country: 'SE' } }, 'EDM-BG:ERR:0003'],
    ['on another instrument', { legalBasis: { ...legalBasis, instrument: 'urn:x:act' } }, 'EDM-BG:ERR:0002'],
    ['on another ground', { legalBasis: { ...legalBasis, type: 'GDPR-6-1-a' } }, 'EDM-BG:ERR:0002'],
    ["on another country's law", { legalBasis: { ...legalBasis, memberState: 'EE' } }, 'EDM-BG:ERR:0002'],
  ])('when it asks %s, then it is refused with the code of the extension', (_, given, detail) => {
    const decision = decide(given);

    if (decision.outcome !== 'refused') throw new Error('granted');
    expect(BACKGROUND_REFUSALS[decision.reason]).toEqual({ code: 'EDM:ERR:0002', detail });
  });

  it('then nothing that is granted is outside of what was asked or of what is permitted', () => {
    const segment = fc.constantFrom('a', 'b', '*', '0');
    const pattern = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
    const paths = fc.uniqueArray(pattern, { minLength: 1, maxLength: 4 });
    const concrete = fc
      .array(fc.constantFrom('a', 'b', '0', '1'), { minLength: 1, maxLength: 5 })
      .map((segments) => `/${segments.join('/')}`);
    fc.assert(
      fc.property(paths, paths, concrete, (permitted, requested, leaf) => {
        const decision = tableWith(permitted).check(aPermissionQuestion({ requestedPaths: requested }));
        const granted = decision.outcome === 'granted' ? decision.granted : [];
        expect(covers(granted, leaf)).toBe(covers(permitted, leaf) && covers(requested, leaf));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('given two path patterns', () => {
  it.each([
    ['/a', '/a', '/a'],
    ['/a', '/a/b', '/a/b'],
    ['/a/*/c', '/a/0', '/a/0/c'],
    ['/*/b', '/a/*', '/a/b'],
    ['/a', '/b', undefined],
    ['/a/0', '/a/1', undefined],
  ])('then what %s and %s share is %s', (one, other, both) => {
    expect(intersectionOf(one, other)).toBe(both);
    expect(intersectionOf(other, one)).toBe(both);
  });
});

describe('given a permission table that contradicts itself', () => {
  const content = () => ({
    version: 't1',
    organisations: {
      dvv: { country: 'FI', scheme: 'urn:x', value: '1' },
      ministry: { country: 'EE', scheme: 'urn:x', value: '2' },
    },
    acceptedBases: { agreed: [{ type: 'GDPR-6-1-e', instrument: 'urn:x:law' }] },
    pathSets: { home: ['/residence'] },
  });
  const row = (given: Record<string, unknown> = {}) => ({
    permission: 'P-1',
    provider: 'EE',
    requester: ['dvv'],
    procedure: ['V1'],
    purpose: 'moving',
    evidence: ['residence'],
    paths: 'home',
    accepts: 'agreed',
    ...given,
  });
  const read = (...permissions: object[]) => readPermissionTable(stringify({ ...content(), permissions }));

  it.each<[string, object[], string]>([
    [
      'an organisation that is not there',
      [row({ requester: ['nobody'] })],
      'permissions P-1, requester: there is no nobody',
    ],
    [
      'an organisation of the own country',
      [row({ requester: ['ministry'] })],
      "ministry is of the provider's own country",
    ],
    ['bases that are not there', [row({ accepts: 'none' })], 'permissions P-1, accepts: there is no none'],
    ['paths that are not there', [row({ paths: 'none' })], 'permissions P-1, paths: there is no none'],
    ['a wildcard', [row({ evidence: ['*'] })], 'permissions P-1, evidence: a permission has no wildcard'],
    ['a path that is no pointer', [], 'pathSets'],
    ['two permissions for one question', [row(), row({ permission: 'P-2' })], 'permissions P-1 and P-2 both decide'],
  ])('when it has %s, then it is refused', (what, permissions, message) => {
    const pathSets = what.includes('pointer') ? { home: ['residence'] } : content().pathSets;
    const text = stringify({ ...content(), pathSets, permissions });

    expect(() => readPermissionTable(text)).toThrow(InvalidTable);
    expect(() => readPermissionTable(text)).toThrow(message);
  });

  it('when it is empty, then it is a table that permits nothing', () => {
    expect(read().check(aPermissionQuestion())).toMatchObject({ outcome: 'refused' });
  });
});

function tableWith(paths: string[]): PermissionTable {
  const { requester, legalBasis } = aPermissionQuestion();
  return PermissionTable.of({
    version: 't1',
    organisations: { asking: { country: requester.country, ...requester.organisation } },
    acceptedBases: { law: [{ type: legalBasis.type, instrument: legalBasis.instrument }] },
    pathSets: { paths },
    permissions: [
      {
        permission: 'P-1',
        provider: 'EE',
        requester: ['asking'],
        procedure: ['V1'],
        purpose: 'change-of-residence',
        evidence: ['residence'],
        paths: 'paths',
        accepts: 'law',
      },
    ],
  });
}
