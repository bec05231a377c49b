/** What the command line ends with. */
export const EXIT = {
  done: 0,
  /** It ran, and what it found is wrong. */
  wrong: 1,
  /** It was called wrongly, or could not run. */
  unable: 2,
} as const;
