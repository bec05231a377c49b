import { jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { estonia, finland, latvia } from '@oots/countries';
import { policyFiles, readPolicyTable } from '@oots/consent';
import type { CountryProfile, RegisterContent } from '@oots/node';
import { findPostgres, type PostgresServer } from '@oots/postgres-engine';
import { type InProcessNetwork, startNetwork } from '../network/start-network.js';
import { plain } from '../testing/plain.js';
import type { PlannedCell } from './matrix-cell.js';
import { isTried, type MatrixReport } from './matrix-report.js';
import { runMatrix } from './run-matrix.js';

const profiles = [finland, estonia, latvia];
const LINKS = 'eidas-links';

/** Milliseconds. Cases wait for real nodes, on machines that have other work too. */
jest.setTimeout(120_000);

describe('given three nodes in one process over memory', () => {
  let postgres: PostgresServer;
  let network: InProcessNetwork;
  const matrix = (only: (cell: PlannedCell) => boolean, options: Parameters<typeof runMatrix>[1] = {}) =>
    runMatrix(network, { profiles, only, ...options });

  beforeAll(async () => {
    postgres = await findPostgres({}, { durable: false });
    network = await startNetwork({ postgres, profiles });
  }, 120_000);

  afterAll(async () => {
    await network.stop();
    await postgres.stop();
  }, 60_000);

  describe('when the system check, a move, and a company extract are tried', () => {
    let report: MatrixReport;
    const told: number[] = [];
    const wanted = ({ procedure, evidenceType }: PlannedCell) =>
      procedure === '00' || procedure === 'X1' || (procedure === 'V1' && evidenceType === 'residence');

    beforeAll(async () => {
      report = await matrix(wanted, { progress: (_cell, done) => told.push(done) });
    }, 120_000);

    it('then every cell passed and every log verifies', () => {
      expect(report.cells.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(report.holds).toBe(true);
      expect(report).toMatchObject({ pairs: 6, pairsPassed: 6, countries: ['FI', 'EE', 'LV'] });
    });

    it('then both modes and both versions were among them', () => {
      const ways = report.cells.filter(isTried).map(({ mode, specification }) => `${mode} ${specification}`);

      expect(new Set(ways)).toEqual(new Set(['background-law oots-edm-bg:v0.1', 'interactive oots-edm:v2.0']));
    });

    it('then progress counted every cell', () => {
      expect(told).toEqual(report.cells.filter(isTried).map((_, index) => index + 1));
    });
  });

  const systemCheck = ({ requester, provider, procedure }: PlannedCell) =>
    procedure === '00' && requester === 'FI' && provider === 'EE';
  const residence = ({ requester, provider, evidenceType }: PlannedCell) =>
    evidenceType === 'residence' && requester === 'FI' && provider === 'EE';

  it('when the nodes decide by another table than was declared, then the cell fails and says what they chose', async () => {
    const text = await readFile(policyFiles.policyTable, 'utf8');
    const declared = readPolicyTable(text.replace("procedure: ['00']", "procedure: ['V3']"));

    const report = await matrix(systemCheck, { policy: declared });

    expect(report.holds).toBe(false);
    expect(report.cells).toEqual([
      expect.objectContaining({
        outcome: 'failed',
        problems: ['the node chose background-law', 'the requests announced oots-edm-bg:v0.1'],
      }),
    ]);
  });

  it('when the registers hold other people, then the cell fails with the code of the refusal', async () => {
    const report = await matrix(residence, { profiles: [finland, peopledOtherwise(), latvia] });

    expect(report.cells).toEqual([
      expect.objectContaining({
        outcome: 'failed',
        problems: expect.arrayContaining([expect.stringContaining('the exchange is refused (EDM:ERR:0004')]) as unknown,
      }),
    ]);
  });

  it('when a node is not there, then its cells fail and the others are tried', async () => {
    const unheard = { ...network.node('FI'), url: network.directoryUrl };
    const report = await runMatrix(
      { ...network, node: (country) => (country === 'FI' ? unheard : network.node(country)) },
      { profiles, only: ({ procedure, provider }) => procedure === '00' && provider === 'EE' },
    );

    expect(report.cells.map(({ requester, outcome }) => [requester, outcome])).toEqual([
      ['FI', 'failed'],
      ['LV', 'passed'],
    ]);
  });
});

describe('given a provider that speaks plain 2.0 only', () => {
  let postgres: PostgresServer;
  let network: InProcessNetwork;
  const older = [finland, plain(estonia)];

  beforeAll(async () => {
    postgres = await findPostgres({}, { durable: false });
    network = await startNetwork({ postgres, profiles: older });
  }, 120_000);

  afterAll(async () => {
    await network.stop();
    await postgres.stop();
  }, 60_000);

  it('then a move and the system check pass in plain 2.0, with nobody present', async () => {
    const report = await runMatrix(network, {
      profiles: older,
      only: ({ requester, procedure }) => requester === 'FI' && ['V1', '00'].includes(procedure),
    });

    expect(report.cells.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(report.cells.map(({ evidenceType, mode, specification }) => [evidenceType, mode, specification])).toEqual([
      ['family-composition', 'background-law', 'oots-edm:v2.0'],
      ['residence', 'background-law', 'oots-edm:v2.0'],
      ['system-check', 'background-law', 'oots-edm:v2.0'],
    ]);
  });
});

/** Estonia with people whom the running node does not know. */
function peopledOtherwise(): CountryProfile {
  const known = new Set(linksOf(estonia.population(2026)).map(({ key }) => key));
  return {
    ...estonia,
    population: () =>
      estonia
        .population(1)
        .map((content) =>
          content.register === LINKS
            ? { ...content, records: content.records.filter(({ key }) => !known.has(key)) }
            : content,
        ),
  };
}

function linksOf(content: readonly RegisterContent[]): RegisterContent['records'] {
  return content.find(({ register }) => register === LINKS)?.records ?? [];
}
