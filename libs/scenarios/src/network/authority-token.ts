import type { KeyPair, NodeKeys } from '@oots/directory';
import type { CountryProfile, Scope } from '@oots/node';
import { importJWK, SignJWT } from 'jose';

const LIFETIME = '10m';

/** One country's issuer of authority tokens, with the authority that it speaks for here. Simulated; its key is secret. */
export interface TokenIssuer {
  readonly country: string;
  readonly key: KeyPair;
  /** Identifier value of the organisation. */
  readonly authority: string;
}

export function tokenIssuer({ procedures, intermediary }: CountryProfile, keys: NodeKeys): TokenIssuer {
  const authority = (procedures[0]?.authority ?? intermediary).identifier.value;
  return { country: keys.country, key: keys.authorityToken, authority };
}

/**
 * A token as a country's own issuer gives it to one of its authorities by client credentials. The issuer is simulated: the
 * key is the one that the trust list names for it.
 */
export async function authorityToken(
  { country, key, authority }: TokenIssuer,
  scopes: readonly Scope[],
): Promise<string> {
  const { kid, alg, privateJwk } = key;
  return new SignJWT({ scope: scopes.join(' ') })
    .setProtectedHeader({ alg, kid })
    .setIssuer(`urn:oots:issuer:${country}`)
    .setAudience(`urn:oots:node:${country}`)
    .setSubject(authority)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(await importJWK(privateJwk, alg));
}
