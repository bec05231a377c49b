/**
 * Names a failure without repeating its text, which may quote a message.
 *
 * @returns `TransportUnavailable`, `Undeliverable unknown-action`, `QueryFailedError 23505`
 */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[\w:.-]{1,64}$/.test(code) ? `${error.name} ${code}` : error.name;
}
