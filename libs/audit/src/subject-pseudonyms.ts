import { createHmac } from 'node:crypto';

/** A person inside one node's log: `<epoch>.<base64url>`. Means nothing to another node, and nothing without the key. */
export type SubjectRef = string & { readonly subjectRef: unique symbol };

/** How a node names a person in its log. */
export interface SubjectPseudonyms {
  /**
   * @param scheme what kind of identifier, `eidas`, `EE-IK`
   * @param identifier in its canonical form; personal data, never stored
   */
  reference(scheme: string, identifier: string): SubjectRef;
}

/** Pseudonyms by HMAC-SHA-256 under a key of one epoch: a bare hash of a national number could be enumerated. */
export class HmacPseudonyms implements SubjectPseudonyms {
  /**
   * @param epoch names the key, `2026`; a new year gets a new key, and old ones live as long as the retention needs them
   * @param key at least 32 bytes
   * @throws {RangeError} when the key is shorter
   */
  constructor(
    private readonly epoch: string,
    private readonly key: Uint8Array,
  ) {
    if (key.length < 32) throw new RangeError('the pseudonym key has at least 32 bytes');
  }

  reference(scheme: string, identifier: string): SubjectRef {
    const mac = createHmac('sha256', this.key).update(`${scheme}:${identifier}`, 'utf8').digest('base64url');
    return `${this.epoch}.${mac}` as SubjectRef;
  }
}
