import type { FilledForm } from '@oots/prefill';
import type { CaseFileEntity, CaseState } from '../exchange/case-file.entity.js';
import { type ExchangeEntity, type ExchangeState, UNFINISHED_STATES } from '../exchange/exchange.entity.js';

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
 * Whether the evidence proves one requirement of the procedure: all its exchanges delivered, some may still, or some did not.
 * The person can always prove it otherwise. @see Reg. (EU) 2018/1724 art. 14(4)
 */
export interface RequirementView {
  readonly requirement: string;
  readonly state: 'proven' | 'waiting' | 'unproven';
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
    requirements: requirementsIn(exchanges),
    exchanges: exchanges.map(viewOfExchange),
    ...(form === undefined ? {} : { form }),
  };
}

/** Evidence types of one list prove the requirement together. @see TDD 3.2.4 */
function requirementsIn(exchanges: readonly ExchangeEntity[]): readonly RequirementView[] {
  const asked = [...new Set(exchanges.map(({ requirement }) => requirement))];
  return asked.map((requirement) => {
    const states = exchanges.filter((exchange) => exchange.requirement === requirement).map(({ state }) => state);
    if (states.every((state) => state === 'delivered')) return { requirement, state: 'proven' };
    const waiting = states.every((state) => state === 'delivered' || UNFINISHED_STATES.includes(state));
    return { requirement, state: waiting ? 'waiting' : 'unproven' };
  });
}
