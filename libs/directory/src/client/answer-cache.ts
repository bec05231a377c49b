import type { Clock } from '@oots/edm';
import { DirectoryUnavailable } from '../directory-error.js';

/** How long an answer may stand in for a new one. */
export interface CacheBudget {
  /** Milliseconds in which an answer is not asked for again. */
  readonly freshFor: number;
  /** Milliseconds after that in which the old answer serves while the directory is unavailable. */
  readonly staleIfUnavailableFor: number;
  /** Answers kept; the least recently stored goes first. */
  readonly entries: number;
}

interface CachedAnswer<T> {
  readonly answer: T;
  readonly storedAt: number;
}

/**
 * Answers of the directories, for a declared time. Errors are never kept: a refusal or a distrusted answer also drops what
 * was kept before. One question asked by many at once travels once.
 */
export class AnswerCache<T> {
  private readonly answers = new Map<string, CachedAnswer<T>>();
  private readonly underway = new Map<string, Promise<T>>();

  constructor(
    private readonly budget: CacheBudget,
    private readonly clock: Clock,
  ) {}

  /**
   * @param question the same text for the same question
   * @throws whatever `ask` throws, except `DirectoryUnavailable` while an old answer may still serve
   */
  async answer(question: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.answers.get(question);
    if (kept !== undefined && this.age(kept) < this.budget.freshFor) return kept.answer;

    const asked = this.underway.get(question) ?? this.ask(question, ask);
    try {
      return await asked;
    } catch (error) {
      const mayServe = kept !== undefined && this.age(kept) < this.budget.freshFor + this.budget.staleIfUnavailableFor;
      if (error instanceof DirectoryUnavailable && mayServe) return kept.answer;
      throw error;
    }
  }

  private ask(question: string, ask: () => Promise<T>): Promise<T> {
    const asked = ask().then(
      (answer) => {
        this.keep(question, answer);
        return answer;
      },
      (error: unknown) => {
        if (!(error instanceof DirectoryUnavailable)) this.answers.delete(question);
        throw error;
      },
    );
    this.underway.set(question, asked);
    const forget = (): void => {
      this.underway.delete(question);
    };
    asked.then(forget, forget);
    return asked;
  }

  private keep(question: string, answer: T): void {
    this.answers.delete(question);
    const [oldest] = this.answers.keys();
    if (oldest !== undefined && this.answers.size >= this.budget.entries) this.answers.delete(oldest);
    this.answers.set(question, { answer, storedAt: this.clock.now().getTime() });
  }

  private age({ storedAt }: CachedAnswer<T>): number {
    return this.clock.now().getTime() - storedAt;
  }
}
