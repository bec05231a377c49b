import type { DataService, EvidenceTypeList, Requirement } from '../declaration.js';
import type { ClassificationAnswers, Directory } from '../directory.js';
import { DATA_SERVICES_QUERY } from '../query/data-services-directory.js';
import type { DirectoryAnswer, RequirementRecord } from '../query/directory-answer.js';
import { EVIDENCE_TYPES_QUERY, REQUIREMENTS_QUERY } from '../query/evidence-broker.js';

/** One query to one of the two directories. */
export interface DirectoryQuestion {
  readonly service: 'eb' | 'dsd';
  /** Of the REST binding. */
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * A signature covers the answer and not the question, so a genuine answer may still be the answer to something else.
   *
   * @returns whether an answer is one to this question
   */
  readonly isAnsweredBy: (answer: DirectoryAnswer) => boolean;
}

/** Puts a question and brings back an answer to it. */
export type Ask = (question: DirectoryQuestion) => Promise<DirectoryAnswer>;

/** The questions of a node as queries of the directories, whatever way they travel. @see TDD 3.1.4, 3.2.4 */
export class DirectoryQuestions implements Directory {
  constructor(private readonly ask: Ask) {}

  async requirementsOf(procedure: string, country?: string): Promise<readonly Requirement[]> {
    const asksForIt = ({ frameworks }: RequirementRecord): boolean =>
      frameworks.some(
        (framework) => framework.procedure === procedure && framework.country === (country ?? framework.country),
      );
    const answer = await this.ask({
      service: 'eb',
      parameters: {
        queryId: REQUIREMENTS_QUERY,
        'procedure-id': procedure,
        ...(country === undefined ? {} : { 'country-code': country }),
      },
      isAnsweredBy: (candidate) => recordsOf(candidate)?.every(asksForIt) ?? false,
    });
    return (recordsOf(answer) ?? []).map(requirementOf);
  }

  async evidenceTypesOf(requirement: string, providerCountry: string): Promise<readonly EvidenceTypeList[]> {
    const provesIt = (list: EvidenceTypeList): boolean =>
      list.requirement === requirement && list.country === providerCountry;
    const answer = await this.ask({
      service: 'eb',
      parameters: { queryId: EVIDENCE_TYPES_QUERY, 'requirement-id': requirement, 'country-code': providerCountry },
      isAnsweredBy: (candidate) =>
        recordsOf(candidate)?.every(
          (record) => record.requirement.identifier === requirement && record.evidenceTypeLists.every(provesIt),
        ) ?? false,
    });
    const lists = (recordsOf(answer) ?? []).flatMap(({ evidenceTypeLists }) => evidenceTypeLists);
    // A list is an AND over its types: one without types would be met by nothing at all.
    return lists.filter(({ evidenceTypes }) => evidenceTypes.length > 0);
  }

  async dataServices(
    classification: string,
    country: string,
    specification?: string,
    answers: ClassificationAnswers = {},
  ): Promise<readonly DataService[]> {
    const providesIt = (service: DataService): boolean =>
      service.classification === classification &&
      service.publisher.country === country &&
      (specification === undefined || service.conformsTo.includes(specification));
    const answer = await this.ask({
      service: 'dsd',
      parameters: {
        ...answers,
        queryId: DATA_SERVICES_QUERY,
        'evidence-type-classification': classification,
        'country-code': country,
        ...(specification === undefined ? {} : { specification }),
      },
      isAnsweredBy: (candidate) => candidate.kind === 'data-services' && candidate.dataServices.every(providesIt),
    });
    return answer.kind === 'data-services' ? answer.dataServices : [];
  }
}

function recordsOf(answer: DirectoryAnswer): readonly RequirementRecord[] | undefined {
  return answer.kind === 'requirements' ? answer.requirements : undefined;
}

function requirementOf({ requirement, frameworks }: RequirementRecord): Requirement {
  return { ...requirement, procedures: [...new Set(frameworks.map(({ procedure }) => procedure))] };
}
