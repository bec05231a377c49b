/** One registration that was accepted. */
export interface JournalEntry {
  /** ISO 8601 UTC instant */
  readonly acceptedAt: string;
  readonly country: string;
  /** `urn:uuid:<UUID>` */
  readonly requestId: string;
  /** The registration as it was signed, a compact JWS. */
  readonly registration: string;
}

/** Where accepted registrations are kept, in their order, so that a restart forgets none. */
export interface RegistrationJournal {
  /** @throws {JournalUnreadable} */
  entries(): Promise<readonly JournalEntry[]>;

  /** Returns when the entry is safe. What could not be kept is not accepted. */
  append(entry: JournalEntry): Promise<void>;
}

/** A journal that holds something else than registrations. It stops the start: nobody can say what is missing. */
export class JournalUnreadable extends Error {
  override readonly name = 'JournalUnreadable';
}

/** Registrations until the process ends. */
export class MemoryJournal implements RegistrationJournal {
  private readonly kept: JournalEntry[] = [];

  entries(): Promise<readonly JournalEntry[]> {
    return Promise.resolve([...this.kept]);
  }

  append(entry: JournalEntry): Promise<void> {
    this.kept.push(entry);
    return Promise.resolve();
  }
}
