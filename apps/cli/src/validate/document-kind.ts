import type { XmlElement } from '@oots/edm/xml';

/** What `--as` may say a document is. */
export const NAMED_KINDS = ['request', 'response', 'error', 'header', 'directory'] as const;

/** The documents that have rules: messages, notifications, answers of the directories and what registers there. */
export type DocumentKind = (typeof NAMED_KINDS)[number] | 'notification' | 'registration';

const REGISTRATIONS = ['lcm:SubmitObjectsRequest', 'lcm:RemoveObjectsRequest', 'rs:RegistryResponse'] as const;

/**
 * The root does not tell an error from a response, nor an answer of a provider from one of a directory: status, version and
 * content do.
 *
 * @returns nothing when it is none of them
 */
export function kindOf(root: XmlElement): DocumentKind | undefined {
  if (root.is('eb:Messaging')) return 'header';
  if (root.is('query:QueryRequest')) return 'request';
  if (root.is('rim:Notification')) return 'notification';
  if (REGISTRATIONS.some((name) => root.is(name))) return 'registration';
  if (!root.is('query:QueryResponse')) return undefined;
  if (isFromDirectory(root)) return 'directory';
  return root.attribute('status')?.endsWith(':Failure') === true ? 'error' : 'response';
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
