import type { FilledForm } from '@oots/prefill';
import type { CaseFileEntity, CaseState } from '../exchange/case-file.entity.js';
import type { ExchangeEntity, ExchangeState } from '../exchange/exchange.entity.js';
import { isBroken, type RequirementPlan, stateOf } from './requirement-plan.js';

/** One exchange as an authority sees it. */
export interface ExchangeView {
  readonly exchangeId: string;
  readonly conversationId: string;
  readonly requestId: string;
  readonly responseId: string | null;
  readonly usageReference: string | null;
  readonly state: ExchangeState;
  readonly mode: string;
  /** Of the last request sent. */
  readonly specification: string;
  readonly evidenceType: string;
  readonly provider: { readonly country: string; readonly name: string };
  readonly policy: { readonly rule: string; readonly version: string };
  readonly requestedAttributes: readonly string[] | null;
  readonly disclosedAttributes: readonly string[] | null;
  readonly error: { readonly code: string; readonly detail: string | null } | null;
  readonly previewLocation: string | null;
  /** When the evidence can be asked for again, where the provider put it off. */
  readonly availableAt: Date | null;
  readonly openedAt: Date;
  readonly settledAt: Date | null;
}

/**
 * Whether the evidence proves one requirement of the procedure: all exchanges of a list delivered, it may still come from this
 * list or another, or no list is left that could prove it.
 * The person can always prove it otherwise. @see Reg. (EU) 2018/1724 art. 14(4)
 */
export interface RequirementView {
  readonly requirement: string;
  readonly state: 'proven' | 'waiting' | 'unproven';
  /** Ids of the exchanges that count for it, those of the list asked for last; one may count for several requirements. */
  readonly exchanges: readonly string[];
  /** How many other lists of evidence types were not asked for. */
  readonly untriedLists: number;
}

/** One case with its exchanges and, once they have ended, its pre-filled form. Personal data. */
export interface CaseView {
  readonly caseId: string;
  readonly conversationId: string;
  readonly procedure: string;
  readonly state: CaseState;
  readonly providerCountry: string;
  readonly notice: { readonly identifier: string; readonly digest: string } | null;
  readonly openedAt: Date;
  readonly decidedAt: Date | null;
  readonly requirements: readonly RequirementView[];
  readonly exchanges: readonly ExchangeView[];
  readonly form?: FilledForm;
}

export function viewOfExchange(exchange: ExchangeEntity): ExchangeView {
  const { errorCode, errorDetail } = exchange;
  return {
    exchangeId: exchange.id,
    conversationId: exchange.conversationId,
    requestId: exchange.requestId,
    responseId: exchange.responseId,
    usageReference: exchange.usageReference,
    state: exchange.state,
    mode: exchange.mode,
    specification: exchange.specification,
    evidenceType: exchange.evidenceType,
    provider: { country: exchange.counterpart, name: exchange.providerName },
    policy: { rule: exchange.policyRule, version: exchange.policyVersion },
    requestedAttributes: exchange.requestedAttributes,
    disclosedAttributes: exchange.disclosedAttributes,
    error: errorCode === null ? null : { code: errorCode, detail: errorDetail },
    previewLocation: exchange.previewLocation,
    availableAt: exchange.availableAt,
    openedAt: exchange.openedAt,
    settledAt: exchange.settledAt,
  };
}

export function viewOfCase(
  caseFile: CaseFileEntity,
  exchanges: readonly ExchangeEntity[],
  form: FilledForm | undefined,
): CaseView {
  const { noticeId, noticeDigest } = caseFile;
  return {
    caseId: caseFile.id,
    conversationId: caseFile.conversationId,
    procedure: caseFile.procedure,
    state: caseFile.state,
    providerCountry: caseFile.providerCountry,
    notice: noticeId === null || noticeDigest === null ? null : { identifier: noticeId, digest: noticeDigest },
    openedAt: caseFile.openedAt,
    decidedAt: caseFile.decidedAt,
    requirements: caseFile.plans.map((plan) => viewOfRequirement(plan, exchanges)),
    exchanges: exchanges.map(viewOfExchange),
    ...(form === undefined ? {} : { form }),
  };
}

function viewOfRequirement(plan: RequirementPlan, exchanges: readonly ExchangeEntity[]): RequirementView {
  const { requirement, untried } = plan;
  const proof = { requirement: requirement.identifier, exchanges: plan.exchanges, untriedLists: untried.length };
  if (stateOf(plan, exchanges) === 'proven') return { ...proof, state: 'proven' };
  const lost = isBroken(plan, exchanges) && untried.length === 0;
  return { ...proof, state: lost ? 'unproven' : 'waiting' };
}
