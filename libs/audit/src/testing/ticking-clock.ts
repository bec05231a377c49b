import type { Clock } from '@oots/edm';

/** A clock that moves one millisecond every time it is asked. */
export function tickingClock(start = '2026-11-23T10:00:00.000Z'): Clock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now++),
    schedule: () => {
      throw new Error('nothing is scheduled by this clock');
    },
  };
}
