import type { JsonWebKey } from 'node:crypto';
import type { Clock } from '@oots/edm';
import { TrustList } from './trust-list.js';
import { TrustListRefused } from './trust-list-refused.js';
import type { KeyAnswer, NetworkKeyDirectory, TrustedKey } from './trusted-key.js';

/** The trust list in force, replaced while the node runs. A list once seen is never followed by an older one. */
export class TrustedKeys implements NetworkKeyDirectory {
  private constructor(
    private list: TrustList,
    private readonly anchor: JsonWebKey,
    private readonly clock: Clock,
  ) {}

  /**
   * @param jws the list to start with
   * @param anchor public key of the trust anchor
   * @throws {TrustListRefused}
   */
  static async from(jws: string, anchor: JsonWebKey, clock: Clock): Promise<TrustedKeys> {
    return new TrustedKeys(await TrustList.read(jws, anchor, clock.now()), anchor, clock);
  }

  /** The list in force. */
  get current(): TrustList {
    return this.list;
  }

  /**
   * Takes over a list that is newer than the one in force. After a refusal the list in force stays.
   *
   * @returns false when it is the list already in force
   * @throws {TrustListRefused} `rollback` for an older one, and for another one under the same serial number
   */
  async reload(jws: string): Promise<boolean> {
    const offered = await TrustList.read(jws, this.anchor, this.clock.now());
    if (offered.serialNumber > this.list.serialNumber) {
      this.list = offered;
      return true;
    }
    const same = offered.serialNumber === this.list.serialNumber && sameContent(offered, this.list);
    if (!same) {
      throw new TrustListRefused('rollback', `${offered.serialNumber} after ${this.list.serialNumber}`);
    }
    return false;
  }

  signingKey(kid: string, at: Date): KeyAnswer {
    return this.list.signingKey(kid, at);
  }

  encryptionKey(accessPoint: string, at: Date): KeyAnswer {
    return this.list.encryptionKey(accessPoint, at);
  }

  auditKey(country: string, at: Date): KeyAnswer {
    return this.list.auditKey(country, at);
  }

  auditKeyById(kid: string, at: Date): KeyAnswer {
    return this.list.auditKeyById(kid, at);
  }

  authorityTokenKeys(country: string, at: Date): readonly TrustedKey[] {
    return this.list.authorityTokenKeys(country, at);
  }
}

/** ECDSA signatures differ from one signing to the next, so the content decides and not the JWS. */
function sameContent(one: TrustList, other: TrustList): boolean {
  return JSON.stringify(one.content) === JSON.stringify(other.content);
}
