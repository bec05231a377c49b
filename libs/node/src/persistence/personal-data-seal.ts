import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals personal data before it is stored: AES-256-GCM under a key derived from the node's own secret. @see GDPR art. 25, 32 */
export class PersonalDataSeal {
  private readonly sealing: Buffer;

  /** @param secret at least 32 random bytes, never stored beside the data */
  constructor(secret: Uint8Array) {
    if (secret.byteLength < 32) throw new RangeError('the personal data secret has at least 32 bytes');
    this.sealing = Buffer.from(hkdfSync('sha256', secret, '', 'oots personal data at rest', 32));
  }

  /** @returns nonce, ciphertext and tag in one */
  seal(value: unknown): Buffer {
    return this.sealBytes(Buffer.from(JSON.stringify(value), 'utf8'));
  }

  /**
   * @returns what was sealed; the caller sealed it, so it knows its shape
   * @throws {Error} when the bytes were changed or sealed under another secret
   */
  open(sealed: Buffer): unknown {
    return JSON.parse(this.openBytes(sealed).toString('utf8'));
  }

  sealBytes(content: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce);
    return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws {Error} when the bytes were changed or sealed under another secret */
  openBytes(sealed: Uint8Array): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
  }
}

/** @returns 32 bytes for the pseudonyms of the node's log, from the same secret and useless for opening what is sealed */
export function pseudonymKey(secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'oots pseudonym of a subject', 32));
}
