import { generateKeyPairSync } from 'node:crypto';
import { testAccessPointOf } from '../testing/test-keys.js';
import { ownKeysFrom } from './own-keys.js';

const stored = (kid: string, alg: string) => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { kid, alg, privateJwk: privateKey.export({ format: 'jwk' }) };
};

describe('given the stored keys of an access point', () => {
  const keys = {
    country: 'FI',
    accessPoint: testAccessPointOf('FI'),
    signature: stored('fi-signature', 'ES256'),
    encryption: stored('fi-encryption-2', 'ECDH-ES'),
  };

  it('then it signs with one, and reads what was encrypted to this one and to former ones', () => {
    const own = ownKeysFrom(keys, [stored('fi-encryption-1', 'ECDH-ES')]);

    expect(own.signature).toMatchObject({ kid: 'fi-signature', alg: 'ES256' });
    expect(own.signature.privateKey.type).toBe('private');
    expect(own.encryption.map(({ kid }) => kid)).toEqual(['fi-encryption-2', 'fi-encryption-1']);
  });

  it('then a public key in the place of a private one is refused', () => {
    const { d: _, ...publicJwk } = keys.signature.privateJwk;
    const signature = { ...keys.signature, privateJwk: publicJwk };

    expect(() => ownKeysFrom({ ...keys, signature })).toThrow();
  });
});
