/** A value that JSON or the log cannot say: a defect of the caller. */
export class UnfitForAudit extends Error {
  override readonly name = 'UnfitForAudit';

  /** @param path where in the event, never the value found there */
  constructor(path: string, reason: string) {
    super(`audit event${path}: ${reason}`);
  }
}

/** Stands in the log where somebody wrote free text in place of a code. The message's digest still proves what it was. */
export const WITHHELD = 'withheld:free-text';

/** Printable ASCII without a space: codes, identifiers, paths, URIs. Names and addresses of people do not fit. */
const CODE = /^[\x21-\x7e]{1,512}$/;

/**
 * What the log may keep of an event. Much of an event comes from other countries' messages, and each of those must leave an
 * entry whatever it says: so text that is no code is withheld, not refused.
 *
 * @throws {UnfitForAudit} for numbers that are not whole, and values outside JSON
 */
export function fitForLog<T extends object>(event: T): T {
  return fit(event, '') as T;
}

function fit(value: unknown, path: string): unknown {
  if (typeof value === 'string') return CODE.test(value) ? value : WITHHELD;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new UnfitForAudit(path, 'is not a whole number');
    return value;
  }
  if (Array.isArray(value)) return value.map((element, index) => fit(element, `${path}/${index}`));
  if (typeof value !== 'object' || value === null)
    throw new UnfitForAudit(path, `is ${value === null ? 'null' : typeof value}`);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, fit(member, `${path}/${key}`)]));
}
