import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Network, TokenIssuer } from '@oots/scenarios';
import type { JWK } from 'jose';

/** What a running network leaves behind for other commands: where it is. Holds database passwords and issuer keys, so only its owner reads it. */
export interface NetworkFile {
  readonly directoryUrl: string;
  readonly nodes: readonly {
    readonly country: string;
    readonly url: string;
    readonly databaseUrl: string;
    readonly auditKey: JWK;
    readonly issuer: TokenIssuer;
  }[];
}

/** Below the working folder: two checkouts have two networks. */
export const NETWORK_FILE = resolve('.local', 'network.json');

export async function writeNetworkFile(network: Network): Promise<void> {
  const content: NetworkFile = {
    directoryUrl: network.directoryUrl,
    nodes: [...network.nodes.values()].map(({ country, url, databaseUrl, issuer }) => ({
      country,
      url,
      databaseUrl,
      issuer,
      auditKey: network.auditKeys.get(country) ?? {},
    })),
  };
  await mkdir(dirname(NETWORK_FILE), { recursive: true });
  await writeFile(NETWORK_FILE, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

export async function removeNetworkFile(): Promise<void> {
  await rm(NETWORK_FILE, { force: true });
}

/** @throws {Error} in one line when no network runs here */
export async function readNetworkFile(): Promise<NetworkFile> {
  const text = await readFile(NETWORK_FILE, 'utf8').catch(() => {
    throw new Error('no network runs in this folder: start one with "npm start"');
  });
  return JSON.parse(text) as NetworkFile;
}
