import type { Finding } from '../reading.js';

/** A message that its receiver would have to refuse. A defect of the caller: it is not sent. */
export class UnwritableMessage extends Error {
  override readonly name = 'UnwritableMessage';

  constructor(readonly findings: readonly Finding[]) {
    super(`breaks ${findings.map(({ rule, path }) => (path === undefined ? rule : `${rule} at ${path}`)).join(', ')}`);
  }
}
