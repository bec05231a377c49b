import { Injectable } from '@nestjs/common';
import type { PolicyDecision } from '@oots/consent';
import type { EntityManager } from 'typeorm';
import { CaseFileEntity } from '../exchange/case-file.entity.js';
import { ExchangeEntity, UNFINISHED_STATES } from '../exchange/exchange.entity.js';
import { type StoredSubject, subjectOf } from '../exchange/subject-claims.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { chooseCourse } from './choose-course.js';
import { type ChosenList, needsOf } from './evidence-need.js';
import { RequestEvidence, type RequestingCase } from './request-evidence.js';
import { type AvailableEvidence, type RequirementPlan, stateOf } from './requirement-plan.js';

/**
 * Asks for another list of evidence types where one did not prove its requirement: in the same conversation, each list once,
 * as the policy stands now. What the directories said when the case was opened is enough: nothing is looked up.
 *
 * @see TDD 3.2.4
 */
@Injectable()
export class TryNextList {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly requests: RequestEvidence,
  ) {}

  /** @param caseFile locked by the caller; its plans are updated here and in the database */
  async run(caseFile: CaseFileEntity, transaction: EntityManager): Promise<void> {
    const exchanges = await transaction.findBy(ExchangeEntity, { caseId: caseFile.id });
    const failed = caseFile.plans.filter((plan) => plan.untried.length > 0 && stateOf(plan, exchanges) === 'failed');
    if (failed.length === 0) return;

    const requesting = this.requestingOf(caseFile);
    const inVain = new Set(exchanges.filter(endedInVain).map(({ classification }) => classification));
    const usable = (available: AvailableEvidence) =>
      requesting !== undefined && !inVain.has(available.service.classification) && this.mayAsk(available, requesting);
    const next = new Map(failed.map((plan) => [plan, plan.untried.findIndex((list) => list.every(usable))]));

    const chosen = [...next].flatMap(([plan, index]): ChosenList[] => {
      const list = plan.untried[index];
      return list === undefined ? [] : [{ requirement: plan.requirement, list }];
    });
    const held = new Map(exchanges.map(({ classification, id }) => [classification, id]));
    for (const need of needsOf(chosen, (available) => this.decide(available, caseFile))) {
      const { classification } = need.available.service;
      if (requesting === undefined || held.has(classification)) continue;
      const exchange = await this.requests.run(need, requesting, transaction);
      held.set(classification, exchange.id);
    }

    caseFile.plans = caseFile.plans.map((plan) => advanced(plan, next.get(plan), held));
    await transaction.update(CaseFileEntity, caseFile.id, { plans: caseFile.plans });
  }

  /** @returns undefined when the country no longer runs the procedure, or nobody was told of it */
  private requestingOf(caseFile: CaseFileEntity): RequestingCase | undefined {
    const { profile, seal } = this.surroundings;
    const offer = profile.procedures.find(({ procedure }) => procedure === caseFile.procedure);
    const { noticeId, noticeDigest, explicitRequest } = caseFile;
    if (offer === undefined || noticeId === null || noticeDigest === null) return undefined;
    const subject = subjectOf(seal.open(caseFile.subject) as StoredSubject);
    const notice = { identifier: noticeId, digest: noticeDigest };
    return { caseFile, offer, subject, explicitRequest, notice };
  }

  /** A list that needs a consent, or whose provider speaks nothing that is allowed, is passed over. */
  private mayAsk({ service, evidenceType }: AvailableEvidence, { caseFile, explicitRequest }: RequestingCase): boolean {
    const decision = this.decide({ evidenceType }, caseFile);
    return decision.mode !== 'background-consent' && chooseCourse(service, decision, explicitRequest) !== undefined;
  }

  private decide({ evidenceType }: Pick<AvailableEvidence, 'evidenceType'>, caseFile: CaseFileEntity): PolicyDecision {
    const { policy, profile } = this.surroundings;
    const { procedure, providerCountry } = caseFile;
    return policy.decide({ procedure, requesterCountry: profile.country, providerCountry, evidenceType });
  }
}

function endedInVain({ state }: ExchangeEntity): boolean {
  return state !== 'delivered' && !UNFINISHED_STATES.includes(state);
}

/** @param index of the list that was chosen, -1 when none is left, undefined when the plan stands as it is */
function advanced(
  plan: RequirementPlan,
  index: number | undefined,
  held: ReadonlyMap<string, string>,
): RequirementPlan {
  if (index === undefined) return plan;
  const list = plan.untried[index];
  if (list === undefined) return { ...plan, untried: [] };
  const exchanges = list.flatMap(({ service }) => held.get(service.classification) ?? []);
  return { ...plan, exchanges, untried: plan.untried.slice(index + 1) };
}
