import { deadline } from './deadline.js';

const sentAt = new Date('2026-11-23T23:58:00.000Z');

it('given a time limit, then the deadline is so many minutes after the sending, by the clock of the sender', () => {
  expect(deadline(sentAt, 5)).toEqual(new Date('2026-11-24T00:03:00.000Z'));
});

it.each([0, -1, 1.5, Number.NaN])('given %p minutes, then there is no such deadline', (minutes) => {
  expect(() => deadline(sentAt, minutes)).toThrow(RangeError);
});
