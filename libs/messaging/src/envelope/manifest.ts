import { digestOf, type MimeMessage, type OrganisationIdentifier } from '@oots/edm';
import type { MessageDigests } from '../inbound/inbound-message.js';

/** What the sending access point signs: who sends what to whom. */
export interface Manifest {
  readonly messageId: string;
  readonly from: OrganisationIdentifier;
  readonly to: OrganisationIdentifier;
  /** `sha256:<hex>` of the header document's UTF-8. */
  readonly header: string;
  readonly parts: readonly ManifestPart[];
}

export interface ManifestPart {
  readonly contentId: string;
  readonly mimeType: string;
  readonly digest: string;
}

/** The digests of a message's content. */
export type ContentDigests = Pick<Manifest, 'header' | 'parts'>;

export function contentDigests({ header, parts }: MimeMessage): ContentDigests {
  return {
    header: digestOf(Buffer.from(header, 'utf8')),
    parts: parts.map(({ contentId, mimeType, bytes }) => ({ contentId, mimeType, digest: digestOf(bytes) })),
  };
}

/** @returns the digests without what describes the parts, as they are logged and receipted */
export function messageDigests({ header, parts }: ContentDigests): MessageDigests {
  return { header, parts: parts.map(({ contentId, digest }) => ({ contentId, digest })) };
}

/** @returns undefined when the value is no manifest */
export function readManifest(value: unknown): Manifest | undefined {
  return isManifest(value) ? value : undefined;
}

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    typeof value['messageId'] === 'string' &&
    isOrganisation(value['from']) &&
    isOrganisation(value['to']) &&
    typeof value['header'] === 'string' &&
    Array.isArray(value['parts']) &&
    value['parts'].every(
      (part: unknown) => isRecord(part) && ['contentId', 'mimeType', 'digest'].every((name) => isText(part[name])),
    )
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isOrganisation(value: unknown): value is OrganisationIdentifier {
  return isRecord(value) && isText(value['scheme']) && isText(value['value']);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function sameOrganisation(one: OrganisationIdentifier, other: OrganisationIdentifier): boolean {
  return one.scheme === other.scheme && one.value === other.value;
}

/** @returns whether both name the same parts in the same order with the same bytes */
export function sameDigests(one: MessageDigests, other: MessageDigests): boolean {
  return (
    one.header === other.header &&
    one.parts.length === other.parts.length &&
    one.parts.every((part, index) => {
      const counterpart = other.parts[index];
      return counterpart?.contentId === part.contentId && counterpart.digest === part.digest;
    })
  );
}
