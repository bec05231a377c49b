import type { CountryDeclarations } from '../declaration.js';

/**
 * A country declares its own evidence and its own providers, and nobody else's.
 *
 * @throws {RangeError}
 */
export function requireOwn({ country, evidenceTypeLists, dataServices }: CountryDeclarations): void {
  const foreignList = evidenceTypeLists.find((list) => list.country !== country);
  if (foreignList !== undefined) {
    throw new RangeError(`${country} declares evidence type list ${foreignList.identifier} for ${foreignList.country}`);
  }
  const foreignService = dataServices.find(({ publisher }) => (publisher.country ?? country) !== country);
  if (foreignService !== undefined) {
    throw new RangeError(`${country} declares data service ${foreignService.identifier} of another country`);
  }
}
