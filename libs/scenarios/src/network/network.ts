import type { Scope } from '@oots/node';
import type { JWK } from 'jose';
import type { TokenIssuer } from './authority-token.js';

/** One national node of a running network, wherever it runs. */
export interface NetworkNode {
  /** Code of the OOTS country list. */
  readonly country: string;
  /** Origin of its HTTP face. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Process that the node runs in; absent where nodes share this one. */
  readonly pid?: number;

  /** Of the country's simulated issuer: signs its authorities' tokens. Secret. */
  readonly issuer: TokenIssuer;

  /** @returns a bearer token of one of the country's authorities */
  token(scopes: readonly Scope[]): Promise<string>;
}

/** National nodes, their directories and what carries their messages. */
export interface Network {
  readonly nodes: ReadonlyMap<string, NetworkNode>;
  /** Base URL of Evidence Broker, Data Services Directory and trust list. */
  readonly directoryUrl: string;
  /** What carries the messages, for a person: `memory`, `Apache Kafka 4.1 …`. */
  readonly transport: string;
  /** What keeps the data, for a person. */
  readonly database: string;
  /** Public audit keys by country, for whoever verifies a log. */
  readonly auditKeys: ReadonlyMap<string, JWK>;

  /** @throws {RangeError} when the country takes no part */
  node(country: string): NetworkNode;

  /** Drains every node and stops what the network started. */
  stop(): Promise<void>;
}
