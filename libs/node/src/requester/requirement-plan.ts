import type { DataService, Distribution, Requirement } from '@oots/directory';
import type { EvidenceModelName } from '@oots/evidence';
import { type ExchangeEntity, UNFINISHED_STATES } from '../exchange/exchange.entity.js';

/** What a request says of a requirement. */
export type NamedRequirement = Pick<Requirement, 'identifier' | 'names'>;

/** One evidence type that would help a case, and who has it: what is needed to ask, so that it can be asked for later. */
export interface AvailableEvidence {
  readonly service: Pick<
    DataService,
    'identifier' | 'classification' | 'titles' | 'publisher' | 'accessPoint' | 'conformsTo'
  >;
  readonly distribution: Distribution;
  /** Name of the evidence model. */
  readonly evidenceType: EvidenceModelName;
}

/** Evidence that proves a requirement together. */
export type EvidenceList = readonly AvailableEvidence[];

/** How a case proves one requirement: AND within a list, OR between lists. No personal data. @see TDD 3.2.4 */
export interface RequirementPlan {
  readonly requirement: NamedRequirement;
  /** Ids of the exchanges of the list asked for last; each must deliver. One exchange may count for several requirements. */
  readonly exchanges: readonly string[];
  /** Lists not asked for, in the order of the Evidence Broker. */
  readonly untried: readonly EvidenceList[];
}

/** `open` while evidence may still come, `failed` when all exchanges have ended and one of them without evidence. */
export type PlanState = 'proven' | 'open' | 'failed';

/** @param exchanges all exchanges of the case */
export function stateOf(plan: RequirementPlan, exchanges: readonly ExchangeEntity[]): PlanState {
  const states = exchanges.filter(({ id }) => plan.exchanges.includes(id)).map(({ state }) => state);
  if (states.some((state) => UNFINISHED_STATES.includes(state))) return 'open';
  return states.every((state) => state === 'delivered') ? 'proven' : 'failed';
}

/** Whether an exchange of the list ended without evidence, so that the list no longer proves the requirement. */
export function isBroken(plan: RequirementPlan, exchanges: readonly ExchangeEntity[]): boolean {
  return exchanges.some(
    ({ id, state }) => plan.exchanges.includes(id) && state !== 'delivered' && !UNFINISHED_STATES.includes(state),
  );
}
