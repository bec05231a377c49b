import type { SimulatedPerson } from './simulated-person.js';

/**
 * The entries of a register about people: those the stories tell, and invented ones for the others.
 *
 * @param stories by national number
 * @param invent undefined for somebody the register does not hold
 */
export function rowsAbout<Entry>(
  people: readonly SimulatedPerson[],
  stories: Readonly<Record<string, Entry>>,
  invent: (person: SimulatedPerson) => Entry | undefined,
): readonly (readonly [key: string, entry: Entry])[] {
  const told = Object.entries(stories);
  const keys = new Set(told.map(([key]) => key));
  const invented = people.flatMap((person) => {
    const key = person.number.value;
    const entry = keys.has(key) ? undefined : invent(person);
    return entry === undefined ? [] : [[key, entry] as const];
  });
  return [...told, ...invented];
}
