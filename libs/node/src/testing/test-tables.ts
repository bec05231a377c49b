import { NoticeCatalogue, PermissionTable, PolicyTable } from '@oots/consent';
import type { DecisionTables } from '../config/decision-tables.js';
import { authorityOf, NEIGHBOUR, TESTLAND } from './test-catalogue.js';

/** Of which testland asks for everything, and lets others have all but the last. */
export const MOVE_PATHS = [
  '/subject/identifiers',
  '/subject/familyName',
  '/subject/givenName',
  '/subject/dateOfBirth',
  '/residence/address',
  '/residence/startDate',
] as const;
export const PERMITTED_PATHS = MOVE_PATHS.filter((path) => path !== '/residence/startDate');
export const FAMILY_PATHS = [
  '/subject/familyName',
  '/subject/givenName',
  '/subject/dateOfBirth',
  '/household/members/*/relationship',
  '/household/members/*/familyName',
  '/household/members/*/givenName',
  '/household/members/*/dateOfBirth',
] as const;

/** The law that both test countries know. */
export const AGREEMENT = 'urn:test:law:agreement';

const everybody = { requester: ['*'], provider: ['*'] } satisfies Record<string, ['*']>;
const byLaw = {
  mode: 'background-law',
  basis: 'agreement',
  purpose: 'change-of-residence',
  retention: 'P12M',
} as const;

const policy = PolicyTable.of({
  version: 'test.1',
  bases: {
    agreement: {
      name: { EN: 'Agreement of the test countries' },
      type: 'GDPR-6-1-e',
      instrument: AGREEMENT,
      article: '1-3',
      previewExemption: '3',
    },
    permission: { name: { EN: 'Your consent' }, type: 'GDPR-6-1-a', instrument: 'urn:test:law:gdpr', article: '6' },
    request: { name: { EN: 'Your request' }, type: 'GDPR-6-1-e', instrument: 'urn:test:law:sdgr', article: '14' },
  },
  purposes: { 'change-of-residence': { EN: 'Recording a move' }, procedure: { EN: 'Your procedure' } },
  pathSets: { residence: [...MOVE_PATHS], family: [...FAMILY_PATHS], names: ['/subject/familyName'] },
  rules: [
    {
      ...byLaw,
      ...everybody,
      rule: 'residence-by-law',
      because: 'one permanent address',
      procedure: ['V1', 'S1'],
      evidence: ['residence'],
      paths: 'residence',
      notice: 'by-law',
    },
    {
      ...byLaw,
      ...everybody,
      rule: 'family-by-law',
      otherwise: 'plain-without-preview',
      because: 'who moves along',
      procedure: ['V1'],
      evidence: ['family-composition'],
      paths: 'family',
      notice: 'by-law',
    },
    {
      ...everybody,
      rule: 'degree-by-consent',
      because: 'the person has a choice',
      procedure: ['T3'],
      evidence: ['tertiary-education-completion'],
      mode: 'background-consent',
      basis: 'permission',
      purpose: 'procedure',
      paths: 'names',
      retention: 'P6M',
      notice: 'by-law',
    },
    {
      ...everybody,
      rule: 'family-on-request',
      because: 'the person looks first; a form would use the name alone',
      procedure: ['R1'],
      evidence: ['family-composition'],
      mode: 'interactive',
      basis: 'request',
      purpose: 'procedure',
      paths: 'names',
      retention: 'P6M',
      notice: 'on-request',
    },
    {
      ...everybody,
      rule: 'anything',
      because: 'OOTS as it is',
      procedure: ['*'],
      evidence: ['*'],
      mode: 'interactive',
      basis: 'request',
      purpose: 'procedure',
      retention: 'P6M',
      notice: 'on-request',
    },
  ],
});

const { identifier } = authorityOf(NEIGHBOUR);

const permissions = PermissionTable.of({
  version: 'test.1',
  organisations: { neighbour: { country: NEIGHBOUR, ...identifier } },
  acceptedBases: { agreement: [{ type: 'GDPR-6-1-e', instrument: AGREEMENT }] },
  pathSets: { residence: [...PERMITTED_PATHS], family: [...FAMILY_PATHS] },
  permissions: [
    {
      permission: 'P-1',
      provider: TESTLAND,
      requester: ['neighbour'],
      procedure: ['V1'],
      purpose: 'change-of-residence',
      evidence: ['residence'],
      paths: 'residence',
      accepts: 'agreement',
    },
  ],
});

const notices = NoticeCatalogue.of({
  'by-law': { version: 1, texts: { EN: '{requester} asks {provider}: {purpose}, {basis}, {retention}' } },
  'on-request': { version: 1, texts: { EN: 'You asked {requester} to ask {provider}' } },
});

/** What testland decides by. */
export const testTables: DecisionTables = { policy, permissions, notices };
