const MINUTE = 60_000;

/**
 * The instant after which a provider no longer answers with evidence; a requester adds the minute of grace.
 *
 * @param sentAt from the message header, hence the sender's clock
 * @param limitMinutes whole minutes, 1 or more: the unit the chapter asks for
 * @returns UTC instant, exclusive
 * @throws {RangeError} when `limitMinutes` is not a positive integer
 * @see TDD 4.4, "Evidence Exchange Timeouts"
 */
export function deadline(sentAt: Date, limitMinutes: number): Date {
  if (!Number.isInteger(limitMinutes) || limitMinutes < 1) throw new RangeError(`limitMinutes: ${limitMinutes}`);
  return new Date(sentAt.getTime() + limitMinutes * MINUTE);
}

/** Minutes a requester waits beyond T1 and T3, so that the provider's own timeout message can arrive first. @see TDD 4.4 */
export const GRACE_MINUTES = 1;
