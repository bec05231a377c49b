import { kindOf, type DocumentKind as MessageKind } from '@oots/edm';
import type { XmlElement } from '@oots/edm/xml';

/** What `--as` may say a document is. */
export const NAMED_KINDS = ['request', 'response', 'error', 'header', 'directory'] as const;

/** The documents that have rules: messages, notifications, answers of the directories and what registers there. */
export type DocumentKind = MessageKind | 'directory' | 'registration';

const REGISTRATIONS = ['lcm:SubmitObjectsRequest', 'lcm:RemoveObjectsRequest', 'rs:RegistryResponse'] as const;

/**
 * The root does not tell an answer of a provider from one of a directory: version and content do.
 *
 * @throws {UnreadableMessage} `unknown-root` when there are no rules for it
 */
export function foundKind(root: XmlElement): DocumentKind {
  if (REGISTRATIONS.some((name) => root.is(name))) return 'registration';
  if (root.is('query:QueryResponse') && isFromDirectory(root)) return 'directory';
  return kindOf(root);
}

function isFromDirectory(response: XmlElement): boolean {
  const specification = declaredSpecification(response);
  if (specification !== undefined) return specification.startsWith('oots-cs:');
  return (
    response.all('rs:Exception').some((exception) => /^(EB|DSD):/.test(exception.attribute('code') ?? '')) ||
    response
      .all('rim:RegistryObjectList')
      .flatMap((list) => list.all('rim:RegistryObject'))
      .flatMap((object) => object.all('rim:Slot'))
      .some((slot) => /^(Requirement|DataServiceEvidenceType)$/.test(slot.attribute('name') ?? ''))
  );
}

/** @returns the slot SpecificationIdentifier of a document, as it stands there */
export function declaredSpecification(root: XmlElement): string | undefined {
  return root
    .all('rim:Slot')
    .find((slot) => slot.attribute('name') === 'SpecificationIdentifier')
    ?.first('rim:SlotValue')
    ?.first('rim:Value')?.text;
}
