import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IdentifierSource } from '@oots/edm';

/** Name of the cookie that ties a browser to one preview. */
const COOKIE = 'preview';

/** @returns a session that nobody can guess: 244 random bits as letters and digits */
export function newSession(identifiers: IdentifierSource): string {
  return `${identifiers.uuid()}${identifiers.uuid()}`.replaceAll('-', '');
}

/** What is kept of a session: whoever reads the table cannot use it. */
export function digestOf(session: string): string {
  return createHash('sha256').update(session).digest('hex');
}

/** The value that a form of this session carries: a page of another origin cannot know it. */
export function formTokenOf(session: string): string {
  return createHmac('sha256', session).update('preview form').digest('base64url');
}

/** Whether a form was made for this session. */
export function belongsTo(session: string | undefined, formToken: string): boolean {
  if (session === undefined) return false;
  const [made, sent] = [Buffer.from(formTokenOf(session)), Buffer.from(formToken)];
  return made.length === sent.length && timingSafeEqual(made, sent);
}

/**
 * A `Set-Cookie` for the pages of one preview only, kept from scripts and from requests that start elsewhere.
 *
 * @param minutes until the browser forgets it
 */
export function sessionCookie(token: string, session: string, minutes: number): string {
  return `${COOKIE}=${session}; Path=/preview/${token}; Max-Age=${minutes * 60}; HttpOnly; Secure; SameSite=Strict`;
}

/** @param header `Cookie` as the browser sent it */
export function sessionIn(header: string | undefined): string | undefined {
  return header
    ?.split('; ')
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
}
