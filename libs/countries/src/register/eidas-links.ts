import type { RegisterContent, RegisterRecords } from '@oots/node';
import type { IdentifierQuality } from '../matching/matching-policy.js';
import { NationalRegister } from './national-register.js';
import { RecordShape, at } from './record-shape.js';

/** Whom a country knows under an eIDAS identifier, its own or a foreign one. */
export interface EidasLink {
  readonly eidasIdentifier: string;
  readonly kind: 'person' | 'company';
  /** National number, key of the population or business register. */
  readonly number: string;
  /** Made from a number that has been replaced since. */
  readonly former?: boolean;
}

const links = new NationalRegister(
  'eidas-links',
  new RecordShape<EidasLink>({
    eidasIdentifier: at('eidasIdentifier'),
    kind: at('kind'),
    number: at('number'),
    former: at('former'),
  }),
);

/** A lookup, never a reading of the identifier: what stands in it after the two country codes is the issuer's business. */
export async function eidasLink(
  eidasIdentifier: string,
  kind: EidasLink['kind'],
  records: RegisterRecords,
): Promise<EidasLink | undefined> {
  const link = await links.get(eidasIdentifier, records);
  return link?.kind === kind ? link : undefined;
}

/** @param issuedHere whether this country issued the identifier */
export function qualityOf({ former = false }: EidasLink, issuedHere: boolean): Exclude<IdentifierQuality, 'none'> {
  if (!issuedHere) return 'linked';
  return former ? 'former' : 'current';
}

/** @returns everything under which a number is known */
export function eidasLinksOf(number: string, records: RegisterRecords): Promise<readonly EidasLink[]> {
  return links.where({ number }, records);
}

export async function linkEidasIdentifier(link: EidasLink, records: RegisterRecords): Promise<void> {
  await links.put(link.eidasIdentifier, link, records);
}

export function eidasLinks(all: readonly EidasLink[]): RegisterContent {
  return links.content(all.map((link) => [link.eidasIdentifier, link] as const));
}
