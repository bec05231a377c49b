/** All times in milliseconds. */
export interface RelaySettings {
  /** Before a message without receipt is sent again; doubled each time. */
  readonly firstResend: number;
  /** The longest pause between two sendings. */
  readonly longestResend: number;
  /** After posting, when a message without receipt is given up. */
  readonly giveUpAfter: number;
  /** How often the table is looked at without being woken. */
  readonly pollEvery: number;
  /** Messages taken at a time. */
  readonly batch: number;
}

export const DEFAULT_RELAY: RelaySettings = {
  firstResend: 5_000,
  longestResend: 300_000,
  giveUpAfter: 86_400_000,
  pollEvery: 1_000,
  batch: 64,
};
