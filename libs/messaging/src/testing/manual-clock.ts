import type { Cancellation, Clock } from '@oots/edm';

interface Scheduled {
  readonly at: number;
  readonly action: () => void;
}

/** A clock that stands until it is moved; what was scheduled runs in the order of its times. */
export class ManualClock implements Clock {
  private scheduled: Scheduled[] = [];

  constructor(private time: Date = new Date('2026-11-23T10:00:00.000Z')) {}

  now(): Date {
    return this.time;
  }

  schedule(delay: number, action: () => void): Cancellation {
    const entry = { at: this.time.getTime() + delay, action };
    this.scheduled.push(entry);
    return () => {
      this.scheduled = this.scheduled.filter((each) => each !== entry);
    };
  }

  /** @param delay milliseconds */
  advance(delay: number): void {
    const until = this.time.getTime() + delay;
    for (;;) {
      const [next] = this.scheduled.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
      if (next === undefined) break;
      this.scheduled = this.scheduled.filter((each) => each !== next);
      this.time = new Date(Math.max(next.at, this.time.getTime()));
      next.action();
    }
    this.time = new Date(until);
  }
}
