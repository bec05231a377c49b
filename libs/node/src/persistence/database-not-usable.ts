/** The database that the configuration names does not let the node in. Says why by code, never with the address or the password. */
export class DatabaseNotUsable extends Error {
  override readonly name = 'DatabaseNotUsable';

  constructor(cause: unknown) {
    super(`the database cannot be used: ${codeOf(cause)}`, { cause });
  }
}

/** @returns `ECONNREFUSED`, a SQLSTATE such as `28P01`, else the class of the error */
function codeOf(cause: unknown): string {
  const { code, name } = (cause ?? {}) as { readonly code?: string; readonly name?: string };
  return code ?? name ?? 'unknown';
}
