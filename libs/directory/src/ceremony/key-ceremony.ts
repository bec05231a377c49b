import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { OrganisationIdentifier } from '@oots/edm';
import { signTrustList } from '../trust/trust-list.js';
import type { KeyAlgorithm, KeyUse, TrustedKeyEntry } from '../trust/trusted-key.js';
import { issueDirectoryCertificate } from './directory-certificate.js';
import type { KeyPair, NetworkKeys, NodeKeys } from './network-keys.js';

const DAY = 24 * 60 * 60 * 1000;
const CLOCK_SKEW = 5 * 60 * 1000;

/** A node that takes part. */
export interface CeremonyMember {
  readonly country: string;
  readonly accessPoint: OrganisationIdentifier;
}

/** For whom and for how long keys are made. */
export interface CeremonyPlan {
  readonly members: readonly CeremonyMember[];
  readonly heldAt: Date;
  /** Whole days, of node keys and of the directories' certificate. */
  readonly keyValidityDays?: number;
  /** Whole days until the next trust list has to be out. */
  readonly trustListValidityDays?: number;
}

/**
 * Makes all keys of a new network: four pairs for each node, the trust anchor with its first signed list, and the
 * directories' certificate under a root of its own. It stands in for the trust of the European network: gap G-04.
 *
 * @throws {RangeError} when two members share a country or an access point
 */
export async function holdKeyCeremony(plan: CeremonyPlan): Promise<NetworkKeys> {
  const { members, heldAt, keyValidityDays = 365, trustListValidityDays = 90 } = plan;
  requireDistinct(members.map(({ country }) => country));
  requireDistinct(members.map(({ accessPoint }) => accessPoint.value));
  const validity = {
    from: new Date(heldAt.getTime() - CLOCK_SKEW),
    until: new Date(heldAt.getTime() + keyValidityDays * DAY),
  };

  const nodes = await Promise.all(members.map(nodeKeys));
  const anchorKey = await keyPair('trust-anchor', 'ES256');
  const trustList = await signTrustList(
    {
      version: 1,
      serialNumber: 1,
      issuedAt: heldAt.toISOString(),
      nextUpdate: new Date(heldAt.getTime() + trustListValidityDays * DAY).toISOString(),
      keys: nodes.flatMap((node) => trustedEntries(node, validity)),
    },
    anchorKey,
  );
  const directory = await issueDirectoryCertificate(validity);

  return {
    anchor: { publicJwk: anchorKey.publicJwk, kid: anchorKey.kid, directoryRoot: directory.root },
    anchorKey,
    trustList,
    nodes: new Map(nodes.map((node) => [node.country, node])),
    directory: { signature: directory.signature, certificateChain: directory.certificateChain },
  };
}

/**
 * @param validity of all four keys, start inclusive, end exclusive
 * @returns what the trust list says about a node's keys
 */
export function trustedEntries(
  node: NodeKeys,
  validity: { readonly from: Date; readonly until: Date },
): TrustedKeyEntry[] {
  const entry = (use: KeyUse, { kid, alg, publicJwk }: KeyPair): TrustedKeyEntry => ({
    country: node.country,
    accessPoint: node.accessPoint,
    kid,
    use,
    alg,
    publicJwk,
    notBefore: validity.from.toISOString(),
    notAfter: validity.until.toISOString(),
  });
  return [
    entry('signature', node.signature),
    entry('encryption', node.encryption),
    entry('audit', node.audit),
    entry('authority-token', node.authorityToken),
  ];
}

/** Makes the four key pairs and the data secret of one node; also when all of them rotate. */
export async function nodeKeys({ country, accessPoint }: CeremonyMember): Promise<NodeKeys> {
  const owner = country.toLowerCase();
  const [signature, encryption, audit, authorityToken] = await Promise.all([
    keyPair(`${owner}-signature`, 'ES256'),
    keyPair(`${owner}-encryption`, 'ECDH-ES'),
    keyPair(`${owner}-audit`, 'EdDSA'),
    keyPair(`${owner}-authority-token`, 'ES256'),
  ]);
  return {
    country,
    accessPoint,
    signature,
    encryption,
    audit,
    authorityToken,
    dataSecret: randomBytes(32).toString('base64url'),
  };
}

/**
 * @param owner start of the `kid`, which ends in the key's thumbprint (RFC 7638) and so never repeats
 * @returns a new pair; ES256 and ECDH-ES on P-256, EdDSA on Ed25519
 */
export async function keyPair(owner: string, alg: KeyAlgorithm): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, {
    extractable: true,
    ...(alg === 'ECDH-ES' ? { crv: 'P-256' } : {}),
  });
  const publicJwk = await exportJWK(publicKey);
  const thumbprint = await calculateJwkThumbprint(publicJwk);
  return { kid: `${owner}-${thumbprint.slice(0, 16)}`, alg, privateJwk: await exportJWK(privateKey), publicJwk };
}

function requireDistinct(values: readonly string[]): void {
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== undefined) throw new RangeError(`${repeated} takes part twice`);
}
