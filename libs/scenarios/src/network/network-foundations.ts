import { randomBytes } from 'node:crypto';
import { holdKeyCeremony, type NetworkKeys } from '@oots/directory';
import type { CountryProfile } from '@oots/node';
import type { PostgresServer } from '@oots/postgres-engine';
import type { JWK } from 'jose';

/** A database of its own for each node, by country. */
export async function nodeDatabases(
  profiles: readonly CountryProfile[],
  server: PostgresServer,
  prefix: string,
): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>();
  for (const { country } of profiles) {
    const name = `${prefix}_${country.toLowerCase()}`;
    urls.set(
      country,
      await server.createDatabase({ name, role: name, password: randomBytes(18).toString('base64url') }),
    );
  }
  return urls;
}

/** Fresh keys for every node and the directories. */
export function networkKeys(profiles: readonly CountryProfile[], heldAt: Date): Promise<NetworkKeys> {
  return holdKeyCeremony({ members: profiles.map(({ country, accessPoint }) => ({ country, accessPoint })), heldAt });
}

/** Public audit keys by country, as whoever verifies a log needs them. */
export function publicAuditKeys({ nodes }: NetworkKeys): ReadonlyMap<string, JWK> {
  return new Map(
    [...nodes].map(([country, { audit }]) => [country, { ...audit.publicJwk, kid: audit.kid, alg: audit.alg }]),
  );
}
