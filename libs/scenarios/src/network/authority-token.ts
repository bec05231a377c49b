import type { NodeKeys } from '@oots/directory';
import type { Scope } from '@oots/node';
import { importJWK, SignJWT } from 'jose';

const LIFETIME = '10m';

/**
 * A token as a country's own issuer gives it to one of its authorities by client credentials. The issuer is simulated: the
 * key is the one that the trust list names for it.
 *
 * @param authority identifier value of the organisation
 */
export async function authorityToken(keys: NodeKeys, authority: string, scopes: readonly Scope[]): Promise<string> {
  const { kid, alg, privateJwk } = keys.authorityToken;
  return new SignJWT({ scope: scopes.join(' ') })
    .setProtectedHeader({ alg, kid })
    .setIssuer(`urn:oots:issuer:${keys.country}`)
    .setAudience(`urn:oots:node:${keys.country}`)
    .setSubject(authority)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(await importJWK(privateJwk, alg));
}
