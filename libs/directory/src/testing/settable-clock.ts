import type { Cancellation, Clock } from '@oots/edm';

/** A clock that stands still until a test sets it; what became due then runs. */
export class SettableClock implements Clock {
  private readonly scheduled = new Set<{ readonly at: number; readonly action: () => void }>();

  constructor(private time: Date) {}

  now(): Date {
    return this.time;
  }

  /** @param milliseconds to let pass */
  pass(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
    const due = [...this.scheduled].filter(({ at }) => at <= this.time.getTime());
    for (const entry of due) {
      this.scheduled.delete(entry);
      entry.action();
    }
  }

  schedule(delay: number, action: () => void): Cancellation {
    const entry = { at: this.time.getTime() + delay, action };
    this.scheduled.add(entry);
    return () => this.scheduled.delete(entry);
  }
}
