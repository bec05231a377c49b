import { createHash } from 'node:crypto';

/** @returns `sha256:` and 64 lower-case hex digits */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
