/** Ports beside each other: the directories, then the nodes in the order of the countries. */
export const DIRECTORY_PORT = 4100;

const ORDER = ['FI', 'EE', 'SE', 'NO', 'LV', 'LT'];

/** @param country code of the OOTS country list */
export function nodePort(country: string): number {
  return DIRECTORY_PORT + 1 + ORDER.indexOf(country);
}
