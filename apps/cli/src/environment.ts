/** What a process is called with, as far as commands look at it. */
export type Environment = Readonly<Record<string, string | undefined>>;
