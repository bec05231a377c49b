import { setTimeout as wait } from 'node:timers/promises';
import { type AuditEntry } from '@oots/audit';
import {
  type ClassificationAnswers,
  type CountryDeclarations,
  declarationsOf,
  type Directory,
  DirectoryUnavailable,
  type NetworkKeys,
  type NodeKeys,
  TrustedKeys,
} from '@oots/directory';
import { inProcessDirectory, testNetworkKeys } from '@oots/directory/testing';
import { MemoryNetwork, MemoryTransport } from '@oots/messaging';
import { ManualClock } from '@oots/messaging/testing';
import { testDatabase, type TestDatabase } from '@oots/postgres-engine/testing';
import { importJWK, SignJWT } from 'jose';
import type { CountryProfile } from '../config/country-profile.js';
import { NodeConfig } from '../config/node-config.js';
import type { Scope } from '../http/access.js';
import { nodeDataSource } from '../persistence/node-database.js';
import { type RunningNode, startNode } from '../start/start-node.js';
import { ScriptedPeer } from './scripted-peer.js';
import { NEIGHBOUR, TESTLAND, THIRD_COUNTRY } from './test-catalogue.js';
import { testTables } from './test-tables.js';
import { neighbourDeclarations } from './testland.js';

/** Milliseconds of patience with the machine; the clock of the node is another one. */
const PATIENCE = 15_000;
/** Milliseconds that pass for the node between two looks. */
const TICK = 20;

/** Directories that a test can take away. */
export class TestDirectory implements Directory {
  down = false;

  constructor(private readonly answering: Directory) {}

  requirementsOf(procedure: string, country?: string) {
    return this.asked().requirementsOf(procedure, country);
  }

  evidenceTypesOf(requirement: string, providerCountry: string) {
    return this.asked().evidenceTypesOf(requirement, providerCountry);
  }

  dataServices(classification: string, country: string, specification?: string, answers?: ClassificationAnswers) {
    return this.asked().dataServices(classification, country, specification, answers);
  }

  private asked(): Directory {
    if (this.down) throw new DirectoryUnavailable('taken away by the test');
    return this.answering;
  }
}

/** What a token says, unless told otherwise: a case handler of testland who may do everything. */
export interface TokenFacts {
  readonly scopes?: readonly Scope[];
  /** Country whose issuer signs. */
  readonly issuer?: string;
  /** Of the node that the token is for. */
  readonly audience?: string;
  /** Seconds until it expires; negative when it has. */
  readonly expiresIn?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON, where it is. */
  readonly json: unknown;
}

/** A node of the test country with a virtual clock, a real database and the neighbouring country at the other end. */
export class TestNode {
  private constructor(
    readonly running: RunningNode,
    readonly clock: ManualClock,
    readonly network: MemoryNetwork,
    readonly keys: NetworkKeys,
    readonly peers: TrustedKeys,
    readonly directory: TestDirectory,
    readonly holder: TestDatabase,
    readonly neighbour: ScriptedPeer,
    readonly logLines: readonly string[],
  ) {}

  /**
   * @param settings by their names in the environment
   * @param neighbour what the neighbouring country tells the directories
   */
  static async start(
    profile: CountryProfile,
    settings: Readonly<Record<string, string>> = {},
    neighbour: CountryDeclarations = neighbourDeclarations,
  ): Promise<TestNode> {
    const clock = new ManualClock();
    const network = new MemoryNetwork();
    const keys = await testNetworkKeys([TESTLAND, NEIGHBOUR, THIRD_COUNTRY], clock.now());
    const peers = await TrustedKeys.from(keys.trustList, keys.anchor.publicJwk, clock);
    const directory = new TestDirectory(inProcessDirectory([declarationsOf(profile), neighbour]));
    const holder = await testDatabase(nodeSchema);
    const logLines: string[] = [];
    const running = await startNode({
      profile,
      config: testConfig(holder.url, settings),
      keys: keysOf(keys, profile.country),
      peers,
      directory,
      transport: new MemoryTransport(network, clock),
      clock,
      tables: testTables,
      logTo: { write: (line: string) => logLines.push(line) },
    });
    const peer = await ScriptedPeer.listen(keysOf(keys, NEIGHBOUR), peers, network, clock);
    return new TestNode(running, clock, network, keys, peers, directory, holder, peer, logLines);
  }

  get database() {
    return this.running.database;
  }

  /**
   * Repeats an expectation until it holds, while the node's clock ticks.
   *
   * @returns what the expectation returned
   * @throws what it last threw
   */
  async until<T>(expectation: () => T | Promise<T>): Promise<T> {
    const end = performance.now() + PATIENCE;
    for (;;) {
      try {
        return await expectation();
      } catch (error) {
        if (performance.now() > end) throw error;
      }
      this.clock.advance(TICK);
      await wait(4);
    }
  }

  /** @param minutes that pass at once for the node */
  passes(minutes: number): void {
    this.clock.advance(minutes * 60_000);
  }

  /** Entries of the node's log, in the order in which they were written. */
  async entries(is: Partial<AuditEntry> = {}): Promise<readonly AuditEntry[]> {
    const rows: { body: string }[] = await this.database.query('SELECT body FROM audit_entry ORDER BY ctid');
    return rows
      .map(({ body }) => JSON.parse(body) as AuditEntry)
      .filter((entry) => Object.entries(is).every(([name, value]) => entry[name as keyof AuditEntry] === value));
  }

  /** @returns the types of the entries of one exchange */
  async story(exchangeId: string): Promise<readonly string[]> {
    return (await this.entries({ exchangeId })).map(({ type }) => type);
  }

  async rows<Row>(query: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.database.query(query, [...parameters]);
  }

  async count(table: string): Promise<number> {
    const [row] = await this.rows<{ count: string }>(`SELECT count(*) FROM ${table}`);
    return Number(row?.count);
  }

  async token({ scopes = ALL_SCOPES, issuer = TESTLAND, audience = TESTLAND, expiresIn = 600 }: TokenFacts = {}) {
    const { kid, alg, privateJwk } = keysOf(this.keys, issuer).authorityToken;
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT({ scope: scopes.join(' ') })
      .setProtectedHeader({ alg, kid })
      .setIssuer(`urn:oots:issuer:${issuer}`)
      .setAudience(`urn:oots:node:${audience}`)
      .setSubject(`${issuer}-AUTHORITY`)
      .setIssuedAt(now)
      .setExpirationTime(now + expiresIn)
      .sign(await importJWK(privateJwk, alg));
  }

  /** Without a token. */
  async fetch(path: string, init: RequestInit = {}): Promise<HttpAnswer> {
    const response = await fetch(`${this.running.url}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }

  /** As a case handler, unless the token says otherwise. */
  async call(method: 'GET' | 'POST', path: string, body?: unknown, token?: string): Promise<HttpAnswer> {
    return this.fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${token ?? (await this.token())}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.neighbour.close();
    await this.holder.drop();
  }
}

const ALL_SCOPES: readonly Scope[] = ['cases:write', 'cases:read', 'exchanges:read', 'audit:read'];

/** The tables of a node, migrated once in a test run. */
export const nodeSchema = {
  name: 'node, messaging and audit',
  async prepare(url: string): Promise<void> {
    const template = await nodeDataSource(url, 2).initialize();
    await template.runMigrations();
    await template.destroy();
  },
};

/** @param settings by their names in the environment */
export function testConfig(databaseUrl: string, settings: Readonly<Record<string, string>> = {}): NodeConfig {
  return NodeConfig.read({
    DATABASE_URL: databaseUrl,
    DIRECTORY_URL: 'http://directories.example',
    DATABASE_CONNECTIONS: '6',
    PUBLIC_URL: 'https://node.is.oots.example',
    TIMEOUT_SWEEP_MILLISECONDS: '10',
    AUDIT_SEAL_MILLISECONDS: '5000',
    LOG_LEVEL: 'trace',
    ...settings,
  });
}

export function keysOf({ nodes }: NetworkKeys, country: string): NodeKeys {
  const keys = nodes.get(country);
  if (keys === undefined) throw new RangeError(`no keys of ${country}`);
  return keys;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Pages and metrics are not JSON.
    return undefined;
  }
}
