import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { KeyAlgorithm, KeyUse, TrustedKeyEntry } from './trusted-key.js';

/** What the trust anchor signs: every key of the network at one point in time. */
export interface TrustListContent {
  readonly version: 1;
  /** Grows with every list that is issued. */
  readonly serialNumber: number;
  /** ISO 8601 UTC instant */
  readonly issuedAt: string;
  /** ISO 8601 UTC instant by which a newer list is out; after it nothing in this one counts. */
  readonly nextUpdate: string;
  readonly keys: readonly TrustedKeyEntry[];
}

/** A key has one use, and a use has its algorithms. */
export const ALGORITHMS_OF_USE: Readonly<Record<KeyUse, readonly KeyAlgorithm[]>> = {
  signature: ['ES256', 'EdDSA'],
  encryption: ['ECDH-ES'],
  audit: ['EdDSA', 'ES256'],
  'authority-token': ['ES256', 'EdDSA'],
};

/** Key type and curve that each algorithm stands on; nothing else of RFC 7518 is accepted. */
export const CURVE_OF_ALGORITHM: Readonly<Record<KeyAlgorithm, { readonly kty: string; readonly crv: string }>> = {
  ES256: { kty: 'EC', crv: 'P-256' },
  'ECDH-ES': { kty: 'EC', crv: 'P-256' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
};

const instant = { type: 'string', format: 'date-time', pattern: 'Z$', maxLength: 30 };
const text = { type: 'string', minLength: 1, maxLength: 255 };

/** Private members (`d`, `p`, …) are no properties of a public key, so a list that leaks one is refused. */
const publicJwk = {
  type: 'object',
  required: ['kty', 'crv', 'x'],
  additionalProperties: false,
  properties: { kty: text, crv: text, x: text, y: text },
};

const entry = {
  type: 'object',
  required: ['country', 'accessPoint', 'kid', 'use', 'alg', 'publicJwk', 'notBefore', 'notAfter'],
  additionalProperties: false,
  properties: {
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    accessPoint: {
      type: 'object',
      required: ['scheme', 'value'],
      additionalProperties: false,
      properties: { scheme: text, value: text },
    },
    kid: text,
    use: { enum: Object.keys(ALGORITHMS_OF_USE) },
    alg: { enum: Object.keys(CURVE_OF_ALGORITHM) },
    publicJwk,
    notBefore: instant,
    notAfter: instant,
    revokedAt: instant,
  },
};

const ajv = new Ajv({ strict: true });
addFormats.default(ajv);

/** Whether a value has the shape of a trust list; `errors` says where not. */
export const isTrustListContent = ajv.compile<TrustListContent>({
  type: 'object',
  required: ['version', 'serialNumber', 'issuedAt', 'nextUpdate', 'keys'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    serialNumber: { type: 'integer', minimum: 1 },
    issuedAt: instant,
    nextUpdate: instant,
    keys: { type: 'array', items: entry, maxItems: 10_000 },
  },
});

/** @returns what is wrong with a well-formed list, in words that name a key and never show one; undefined when nothing is */
export function contradictionIn(content: TrustListContent): string | undefined {
  if (new Date(content.nextUpdate) <= new Date(content.issuedAt)) return 'nextUpdate is not after issuedAt';

  const kids = new Set<string>();
  const countryOfAccessPoint = new Map<string, string>();
  for (const key of content.keys) {
    if (kids.has(key.kid)) return `kid ${key.kid} stands twice`;
    kids.add(key.kid);

    const { value } = key.accessPoint;
    const country = countryOfAccessPoint.get(value) ?? key.country;
    if (country !== key.country) return `access point ${value} belongs to two countries`;
    countryOfAccessPoint.set(value, country);

    if (!ALGORITHMS_OF_USE[key.use].includes(key.alg)) return `kid ${key.kid}: ${key.alg} is not for ${key.use}`;
    const { kty, crv } = CURVE_OF_ALGORITHM[key.alg];
    if (key.publicJwk.kty !== kty || key.publicJwk.crv !== crv) return `kid ${key.kid} is no key for ${key.alg}`;
    if (new Date(key.notAfter) <= new Date(key.notBefore)) return `kid ${key.kid} is never valid`;
  }
  return undefined;
}
