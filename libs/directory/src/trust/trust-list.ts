import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify } from 'jose';
import type { KeyPair } from '../ceremony/network-keys.js';
import { contradictionIn, isTrustListContent, type TrustListContent } from './trust-list-content.js';
import { TrustListRefused } from './trust-list-refused.js';
import type { KeyAnswer, KeyUse, NetworkKeyDirectory, TrustedKey, TrustedKeyEntry } from './trusted-key.js';

const LIST_TYPE = 'oots-trust-list+jws';
const MAXIMUM_CHARACTERS = 4 * 1024 * 1024;
const CLOCK_SKEW = 60_000;

/** An entry with its key ready for use and its instants as milliseconds. */
interface ListedKey {
  readonly entry: TrustedKeyEntry;
  readonly key: KeyObject;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly revokedAt: number;
}

/**
 * Signs a list as the trust anchor.
 *
 * @returns compact JWS
 * @throws {TrustListRefused} `malformed`, when nobody would accept the list
 */
export async function signTrustList(content: TrustListContent, anchorKey: KeyPair): Promise<string> {
  checked(content);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: anchorKey.alg, kid: anchorKey.kid, typ: LIST_TYPE })
    .sign(anchorKey.privateJwk);
}

/** The keys of the network as the trust anchor signed them, one issue of the list. */
export class TrustList implements NetworkKeyDirectory {
  private readonly byKid: ReadonlyMap<string, ListedKey>;

  private constructor(
    readonly content: TrustListContent,
    /** The signed form, to pass on. */
    readonly jws: string,
  ) {
    this.byKid = new Map(content.keys.map((entry) => [entry.kid, listed(entry)]));
  }

  /**
   * @param jws compact JWS, typ `oots-trust-list+jws`
   * @param anchor public key of the trust anchor, known beforehand
   * @throws {TrustListRefused} forged, malformed, not yet issued or past its `nextUpdate`
   */
  static async read(jws: string, anchor: JsonWebKey, now: Date): Promise<TrustList> {
    if (jws.length > MAXIMUM_CHARACTERS) throw new TrustListRefused('malformed', 'too large');
    const content = checked(await payloadOf(jws, anchor));

    if (new Date(content.issuedAt).getTime() > now.getTime() + CLOCK_SKEW) throw new TrustListRefused('not-yet-valid');
    if (new Date(content.nextUpdate) <= now) throw new TrustListRefused('expired', `nextUpdate ${content.nextUpdate}`);
    return new TrustList(content, jws);
  }

  get serialNumber(): number {
    return this.content.serialNumber;
  }

  signingKey(kid: string, at: Date): KeyAnswer {
    return this.byIdAndUse(kid, 'signature', at);
  }

  auditKeyById(kid: string, at: Date): KeyAnswer {
    return this.byIdAndUse(kid, 'audit', at);
  }

  encryptionKey(accessPoint: string, at: Date): KeyAnswer {
    return this.newest('encryption', ({ entry }) => entry.accessPoint.value === accessPoint, at);
  }

  auditKey(country: string, at: Date): KeyAnswer {
    return this.newest('audit', ({ entry }) => entry.country === country, at);
  }

  authorityTokenKeys(country: string, at: Date): readonly TrustedKey[] {
    return this.newestFirst('authority-token', ({ entry }) => entry.country === country)
      .map((key) => this.answer(key, at))
      .filter((answer) => answer.outcome === 'trusted');
  }

  private byIdAndUse(kid: string, use: KeyUse, at: Date): KeyAnswer {
    const key = this.byKid.get(kid);
    return key?.entry.use === use ? this.answer(key, at) : { outcome: 'unknown' };
  }

  /** The newest key that counts, else why the newest one does not. */
  private newest(use: KeyUse, owns: (key: ListedKey) => boolean, at: Date): KeyAnswer {
    const answers = this.newestFirst(use, owns).map((key) => this.answer(key, at));
    return answers.find(({ outcome }) => outcome === 'trusted') ?? answers[0] ?? { outcome: 'unknown' };
  }

  private newestFirst(use: KeyUse, owns: (key: ListedKey) => boolean): ListedKey[] {
    return [...this.byKid.values()]
      .filter((key) => key.entry.use === use && owns(key))
      .sort((one, other) => other.notBefore - one.notBefore);
  }

  private answer(key: ListedKey, at: Date): KeyAnswer {
    const time = at.getTime();
    if (time >= key.revokedAt) return { outcome: 'revoked' };
    if (time < key.notBefore) return { outcome: 'not-yet-valid' };
    if (time >= key.notAfter || time >= new Date(this.content.nextUpdate).getTime()) return { outcome: 'expired' };
    const { kid, alg, country, accessPoint } = key.entry;
    return { outcome: 'trusted', kid, alg, key: key.key, country, accessPoint };
  }
}

async function payloadOf(jws: string, anchor: JsonWebKey): Promise<unknown> {
  const verified = await compactVerify(jws, anchor, { algorithms: ['ES256', 'EdDSA'] }).catch((cause: unknown) => {
    throw new TrustListRefused('signature-invalid', undefined, { cause });
  });
  if (verified.protectedHeader.typ !== LIST_TYPE) throw new TrustListRefused('malformed', 'another typ');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(verified.payload));
  } catch (cause) {
    throw new TrustListRefused('malformed', 'no JSON', { cause });
  }
}

function checked(content: unknown): TrustListContent {
  if (!isTrustListContent(content)) {
    const problem = isTrustListContent.errors?.[0];
    throw new TrustListRefused('malformed', `${problem?.instancePath ?? ''} ${problem?.message ?? ''}`.trim());
  }
  const contradiction = contradictionIn(content);
  if (contradiction !== undefined) throw new TrustListRefused('malformed', contradiction);
  return content;
}

function listed(entry: TrustedKeyEntry): ListedKey {
  return {
    entry,
    key: importedKey(entry),
    notBefore: new Date(entry.notBefore).getTime(),
    notAfter: new Date(entry.notAfter).getTime(),
    revokedAt: entry.revokedAt === undefined ? Number.POSITIVE_INFINITY : new Date(entry.revokedAt).getTime(),
  };
}

function importedKey(entry: TrustedKeyEntry): KeyObject {
  try {
    return createPublicKey({ key: entry.publicJwk, format: 'jwk' });
  } catch (cause) {
    throw new TrustListRefused('malformed', `kid ${entry.kid} is no point of its curve`, { cause });
  }
}
