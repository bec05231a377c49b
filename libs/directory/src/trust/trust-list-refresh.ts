import type { Cancellation, Clock } from '@oots/edm';
import type { TrustedKeys } from './trusted-keys.js';

/** How the list in force is kept up to date. */
export interface TrustListRefreshSettings {
  /** Where the newest list comes from: the common services, a file. */
  readonly source: () => Promise<string>;
  /** Milliseconds between two looks. */
  readonly every: number;
  readonly clock: Clock;
  /** Told of a source that does not answer and of a list that is refused. The list in force stays. */
  readonly onTrouble: (error: unknown) => void;
}

/** Looks for a newer trust list from time to time, so that keys rotate and are revoked while the node runs. */
export class TrustListRefresh {
  private cancel: Cancellation | undefined;

  constructor(
    private readonly keys: TrustedKeys,
    private readonly settings: TrustListRefreshSettings,
  ) {}

  start(): void {
    this.cancel ??= this.scheduled();
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  /** Looks once, now. @returns whether another list is in force than before */
  async look(): Promise<boolean> {
    try {
      return await this.keys.reload(await this.settings.source());
    } catch (error) {
      this.settings.onTrouble(error);
      return false;
    }
  }

  private scheduled(): Cancellation {
    return this.settings.clock.schedule(this.settings.every, () => {
      void this.look().finally(() => {
        if (this.cancel !== undefined) this.cancel = this.scheduled();
      });
    });
  }
}
