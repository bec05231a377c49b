import type { Clock } from '@oots/edm';
import type { DataService, EvidenceTypeList, Requirement } from '../declaration.js';
import { DirectoryNotTrusted } from '../directory-error.js';
import type { ClassificationAnswers, Directory } from '../directory.js';
import type { DirectoryAnswer, RequirementRecord } from '../query/directory-answer.js';
import { readDirectoryAnswer } from '../query/read-directory-answer.js';
import { DATA_SERVICES_QUERY } from '../query/data-services-directory.js';
import { EVIDENCE_TYPES_QUERY, REQUIREMENTS_QUERY } from '../query/evidence-broker.js';
import { AnswerVerifier, type AnswerTrust } from '../signature/answer-verifier.js';
import { AnswerCache, type CacheBudget } from './answer-cache.js';
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

  async requirementsOf(procedure: string, country?: string): Promise<readonly Requirement[]> {
    const records = await this.requirementRecords({
      queryId: REQUIREMENTS_QUERY,
      'procedure-id': procedure,
      ...(country === undefined ? {} : { 'country-code': country }),
    });
    requireAnswer(
      records.every(({ frameworks }) =>
        frameworks.some(
          (framework) => framework.procedure === procedure && (country ?? framework.country) === framework.country,
        ),
      ),
    );
    return records.map(requirementOf);
  }

  async evidenceTypesOf(requirement: string, providerCountry: string): Promise<readonly EvidenceTypeList[]> {
    const records = await this.requirementRecords({
      queryId: EVIDENCE_TYPES_QUERY,
      'requirement-id': requirement,
      'country-code': providerCountry,
    });
    const lists = records.flatMap(({ evidenceTypeLists }) => evidenceTypeLists);
    requireAnswer(lists.every((list) => list.requirement === requirement && list.country === providerCountry));
    // A list is an AND over its types: one without types would be met by nothing at all.
    return lists.filter(({ evidenceTypes }) => evidenceTypes.length > 0);
  }

  async dataServices(
    classification: string,
    country: string,
    specification?: string,
    answers: ClassificationAnswers = {},
  ): Promise<readonly DataService[]> {
    const answer = await this.ask('dsd', {
      ...answers,
      queryId: DATA_SERVICES_QUERY,
      'evidence-type-classification': classification,
      'country-code': country,
      ...(specification === undefined ? {} : { specification }),
    });
    requireAnswer(answer.kind === 'data-services');
    const { dataServices } = answer;
    requireAnswer(
      dataServices.every(
        (service) =>
          service.classification === classification &&
          service.publisher.country === country &&
          (specification === undefined || service.conformsTo.includes(specification)),
      ),
    );
    return dataServices;
  }

  private async requirementRecords(parameters: Record<string, string>): Promise<readonly RequirementRecord[]> {
    const answer = await this.ask('eb', parameters);
    requireAnswer(answer.kind === 'requirements');
    return answer.requirements;
  }

  private ask(service: 'eb' | 'dsd', parameters: Record<string, string>): Promise<DirectoryAnswer> {
    const url = new URL(`${this.commonServices}/${service}/rest/search`);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
    return this.cache.answer(url.href, async () => readDirectoryAnswer(await this.answers.get(url)));
  }
}

/** A signature covers the answer and not the question, so a genuine answer may still be the answer to something else. */
function requireAnswer(answers: boolean): asserts answers {
  if (!answers) throw new DirectoryNotTrusted('answer-to-another-question');
}

function requirementOf({ requirement, frameworks }: RequirementRecord): Requirement {
  return { ...requirement, procedures: [...new Set(frameworks.map(({ procedure }) => procedure))] };
}
