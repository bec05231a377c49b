import { jest } from '@jest/globals';
import { DirectoryNotTrusted, DirectoryRefusal, DirectoryUnavailable } from '../directory-error.js';
import { SettableClock } from '../testing/settable-clock.js';
import { AnswerCache } from './answer-cache.js';

const MINUTE = 60_000;

describe('given answers that are fresh for 5 minutes and serve for 10 more when the directory is unavailable', () => {
  let clock: SettableClock;
  let cache: AnswerCache<string>;
  let ask: jest.Mock<() => Promise<string>>;
  beforeEach(() => {
    clock = new SettableClock(new Date('2026-11-23T12:00:00.000Z'));
    cache = new AnswerCache({ freshFor: 5 * MINUTE, staleIfUnavailableFor: 10 * MINUTE, entries: 2 }, clock);
    ask = jest.fn<() => Promise<string>>().mockResolvedValueOnce('first').mockResolvedValue('second');
  });

  it('then a question is asked again after 5 minutes and not before', async () => {
    await cache.answer('question', ask);
    clock.pass(5 * MINUTE - 1);
    await expect(cache.answer('question', ask)).resolves.toBe('first');

    clock.pass(1);
    await expect(cache.answer('question', ask)).resolves.toBe('second');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('then many who ask at once are answered by one question', async () => {
    await expect(Promise.all([1, 2, 3].map(() => cache.answer('question', ask)))).resolves.toEqual([
      'first',
      'first',
      'first',
    ]);

    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('then another question is another question', async () => {
    await cache.answer('question', ask);

    await expect(cache.answer('other', ask)).resolves.toBe('second');
  });

  it('then the least recently stored answer makes room', async () => {
    for (const question of ['one', 'two', 'three']) await cache.answer(question, ask);
    ask.mockClear();

    await cache.answer('two', ask);
    expect(ask).not.toHaveBeenCalled();
    await cache.answer('one', ask);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  describe('when the directory becomes unavailable', () => {
    const unavailable = (): Promise<string> => Promise.reject(new DirectoryUnavailable('away'));
    beforeEach(() => cache.answer('question', ask));

    it('then the old answer serves until its window closes', async () => {
      clock.pass(15 * MINUTE - 1);
      await expect(cache.answer('question', unavailable)).resolves.toBe('first');

      clock.pass(1);
      await expect(cache.answer('question', unavailable)).rejects.toBeInstanceOf(DirectoryUnavailable);
    });

    it('then a question without old answer fails, and is asked anew the next time', async () => {
      await expect(cache.answer('other', unavailable)).rejects.toBeInstanceOf(DirectoryUnavailable);

      await expect(cache.answer('other', ask)).resolves.toBe('second');
    });
  });

  describe.each([
    ['refuses', new DirectoryRefusal('EB:ERR:0001', 'EMPTY_RESULT')],
    ['is not to be trusted', new DirectoryNotTrusted('digest-mismatch')],
  ])('when the directory then %s', (_what, error) => {
    const failing = (): Promise<string> => Promise.reject(error);
    beforeEach(async () => {
      await cache.answer('question', ask);
      clock.pass(5 * MINUTE);
    });

    it('then the old answer does not hide it', async () => {
      await expect(cache.answer('question', failing)).rejects.toBe(error);
    });

    it('then neither the error nor the old answer is kept', async () => {
      await expect(cache.answer('question', failing)).rejects.toBe(error);
      const unavailable = (): Promise<string> => Promise.reject(new DirectoryUnavailable('away'));

      await expect(cache.answer('question', unavailable)).rejects.toBeInstanceOf(DirectoryUnavailable);
      await expect(cache.answer('question', ask)).resolves.toBe('second');
    });
  });
});
