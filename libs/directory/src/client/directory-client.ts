import type { Clock } from '@oots/edm';
import type { DataService, EvidenceTypeList, Requirement } from '../declaration.js';
import { DirectoryNotTrusted } from '../directory-error.js';
import type { ClassificationAnswers, Directory } from '../directory.js';
import type { DirectoryAnswer } from '../query/directory-answer.js';
import { readDirectoryAnswer } from '../query/read-directory-answer.js';
import { AnswerVerifier, type AnswerTrust } from '../signature/answer-verifier.js';
import { AnswerCache, type CacheBudget } from './answer-cache.js';
import { type DirectoryQuestion, DirectoryQuestions } from './directory-questions.js';
import type { FetchLimits } from './fetch-limited.js';
import { SignedAnswers } from './signed-answers.js';

/** Where the directories are and how far they are trusted. */
export interface DirectoryClientSettings extends Partial<FetchLimits>, Partial<CacheBudget> {
  /** Base URL of the common services: the directories are `<commonServices>/eb` and `<commonServices>/dsd`. */
  readonly commonServices: string;
  readonly trust: AnswerTrust;
  readonly clock: Clock;
}

const MINUTE = 60_000;

/** Asks the directories over HTTP: verifies before it parses, keeps answers for a declared time, never keeps an error. */
export class DirectoryClient implements Directory {
  private readonly commonServices: string;
  private readonly answers: SignedAnswers;
  private readonly cache: AnswerCache<DirectoryAnswer>;
  private readonly questions = new DirectoryQuestions((question) => this.ask(question));

  /**
   * Unless set otherwise: answers within 5 s and 1 MiB, fresh for 5 minutes, for an hour more when the directory is
   * unavailable, at most 500 of them.
   */
  constructor(settings: DirectoryClientSettings) {
    const { clock, trust } = settings;
    this.commonServices = settings.commonServices.replace(/\/$/, '');
    this.answers = new SignedAnswers(new AnswerVerifier(trust), clock, {
      timeout: settings.timeout ?? 5_000,
      maximumBytes: settings.maximumBytes ?? 1024 * 1024,
    });
    this.cache = new AnswerCache<DirectoryAnswer>(
      {
        freshFor: settings.freshFor ?? 5 * MINUTE,
        staleIfUnavailableFor: settings.staleIfUnavailableFor ?? 60 * MINUTE,
        entries: settings.entries ?? 500,
      },
      clock,
    );
  }

  requirementsOf(procedure: string, country?: string): Promise<readonly Requirement[]> {
    return this.questions.requirementsOf(procedure, country);
  }

  evidenceTypesOf(requirement: string, providerCountry: string): Promise<readonly EvidenceTypeList[]> {
    return this.questions.evidenceTypesOf(requirement, providerCountry);
  }

  dataServices(
    classification: string,
    country: string,
    specification?: string,
    answers?: ClassificationAnswers,
  ): Promise<readonly DataService[]> {
    return this.questions.dataServices(classification, country, specification, answers);
  }

  private ask({ service, parameters, isAnsweredBy }: DirectoryQuestion): Promise<DirectoryAnswer> {
    const url = new URL(`${this.commonServices}/${service}/rest/search`);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
    return this.cache.answer(url.href, async () => {
      const answer = readDirectoryAnswer(await this.answers.get(url));
      if (!isAnsweredBy(answer)) throw new DirectoryNotTrusted('answer-to-another-question');
      return answer;
    });
  }
}
