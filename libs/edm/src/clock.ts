/** Stops a scheduled action; harmless when it has already run. */
export type Cancellation = () => void;

/** Time as the exchange model sees it. Injected everywhere, so that hours of T1, T2 and T3 pass in milliseconds of a test. */
export interface Clock {
  now(): Date;

  /** @param delay milliseconds, 0 or more */
  schedule(delay: number, action: () => void): Cancellation;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => new Date(),
  schedule(delay, action) {
    const timer = setTimeout(action, delay);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Where new identifiers come from: random in production, seeded where a history must repeat. */
export interface IdentifierSource {
  /** @returns a lower-case UUID (RFC 9562) without prefix */
  uuid(): string;
}

/** Version 4 UUIDs of the platform's generator. */
export const randomIdentifiers: IdentifierSource = { uuid: () => globalThis.crypto.randomUUID() };
