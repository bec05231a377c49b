import type { SimulatedPerson } from './simulated-person.js';

/**
 * The entries of a register about people: those the stories tell, and invented ones for the others.
 *
 * @param stories by national number, which may be one that the person had before
 * @param invent undefined for somebody the register does not hold
 */
export function rowsAbout<Entry>(
  people: readonly SimulatedPerson[],
  stories: Readonly<Record<string, Entry>>,
  invent: (person: SimulatedPerson) => Entry | undefined,
): readonly (readonly [key: string, entry: Entry])[] {
  const told = new Set(Object.keys(stories));
  const invented = people.flatMap((person) => {
    const numbers = [person.number, ...person.otherNumbers].map(({ value }) => value);
    const entry = numbers.some((number) => told.has(number)) ? undefined : invent(person);
    return entry === undefined ? [] : [[person.number.value, entry] as const];
  });
  return [...Object.entries(stories), ...invented];
}
