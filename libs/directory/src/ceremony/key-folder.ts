import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DirectoryKeys, KeyPair, NetworkKeys, NodeKeys, TrustAnchor } from './network-keys.js';

const ANCHOR = 'anchor.json';
const ANCHOR_KEY = 'anchor-key.json';
const DIRECTORY_KEYS = 'directory-keys.json';
const TRUST_LIST = 'trust-list.jws';

/** A file of the folder that is not there or holds something else. Never quotes what it holds. */
export class KeyFileUnreadable extends Error {
  override readonly name = 'KeyFileUnreadable';

  constructor(
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(`${file} cannot be used`, options);
  }
}

/**
 * A network's keys as files: `<cc>.json` for each node, `directory-keys.json`, `anchor-key.json`, and the public
 * `anchor.json` and `trust-list.jws`. All with mode 0600 in a folder with mode 0700; a process is given the files it needs. There is no
 * key store: gap G-06.
 */
export class KeyFolder {
  /** @param path need not exist before `write` */
  constructor(readonly path: string) {}

  async write(keys: NetworkKeys): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    await chmod(this.path, 0o700);
    for (const node of keys.nodes.values()) await this.put(nodeFile(node.country), JSON.stringify(node));
    await this.put(DIRECTORY_KEYS, JSON.stringify(keys.directory));
    await this.put(ANCHOR_KEY, JSON.stringify(keys.anchorKey));
    await this.put(ANCHOR, JSON.stringify(keys.anchor));
    await this.put(TRUST_LIST, keys.trustList);
  }

  /** Replaces the trust list, for a rotation or a revocation. */
  async writeTrustList(jws: string): Promise<void> {
    await this.put(TRUST_LIST, jws);
  }

  /** @throws {KeyFileUnreadable} */
  async node(country: string): Promise<NodeKeys> {
    if (!/^[A-Z]{2}$/.test(country)) throw new KeyFileUnreadable('a country is two upper-case letters');
    return this.object<NodeKeys>(nodeFile(country), [
      'country',
      'accessPoint',
      'signature',
      'encryption',
      'audit',
      'authorityToken',
      'dataSecret',
    ]);
  }

  /** @throws {KeyFileUnreadable} */
  directory(): Promise<DirectoryKeys> {
    return this.object<DirectoryKeys>(DIRECTORY_KEYS, ['signature', 'certificateChain']);
  }

  /** @throws {KeyFileUnreadable} */
  anchor(): Promise<TrustAnchor> {
    return this.object<TrustAnchor>(ANCHOR, ['publicJwk', 'kid', 'directoryRoot']);
  }

  /** @throws {KeyFileUnreadable} */
  anchorKey(): Promise<KeyPair> {
    return this.object<KeyPair>(ANCHOR_KEY, ['kid', 'alg', 'privateJwk', 'publicJwk']);
  }

  /** @throws {KeyFileUnreadable} */
  async trustList(): Promise<string> {
    return (await this.text(TRUST_LIST)).trim();
  }

  /** Readers see the old file or the new one, never half of one. */
  private async put(file: string, content: string): Promise<void> {
    const target = join(this.path, file);
    const fresh = `${target}.new`;
    await writeFile(fresh, `${content}\n`, { mode: 0o600 });
    await chmod(fresh, 0o600);
    await rename(fresh, target);
  }

  private async object<T>(file: string, members: readonly (keyof T & string)[]): Promise<T> {
    const text = await this.text(file);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      // The parser's message quotes the file, and the file is secret.
      throw new KeyFileUnreadable(join(this.path, file));
    }
    const complete = typeof value === 'object' && value !== null && members.every((member) => member in value);
    if (!complete) throw new KeyFileUnreadable(join(this.path, file));
    return value as T;
  }

  private async text(file: string): Promise<string> {
    const path = join(this.path, file);
    return readFile(path, 'utf8').catch((cause: unknown) => {
      throw new KeyFileUnreadable(path, { cause });
    });
  }
}

function nodeFile(country: string): string {
  return `${country.toLowerCase()}.json`;
}
