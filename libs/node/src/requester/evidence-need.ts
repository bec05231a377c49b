import type { PolicyDecision } from '@oots/consent';
import type { AvailableEvidence, EvidenceList, NamedRequirement } from './requirement-plan.js';

/** One piece of evidence that a case asks for, what it is to prove, and what the policy says about it. */
export interface EvidenceNeed {
  readonly available: AvailableEvidence;
  readonly requirements: readonly NamedRequirement[];
  readonly decision: PolicyDecision;
}

/** A list that is to be asked for. */
export interface ChosenList {
  readonly requirement: NamedRequirement;
  readonly list: EvidenceList;
}

/** @returns each evidence type of the lists once, with all requirements that it proves */
export function needsOf(
  chosen: readonly ChosenList[],
  decide: (available: AvailableEvidence) => PolicyDecision,
): readonly EvidenceNeed[] {
  const needs = new Map<string, EvidenceNeed>();
  for (const { requirement, list } of chosen) {
    for (const available of list) {
      const { classification } = available.service;
      const known = needs.get(classification) ?? { available, requirements: [], decision: decide(available) };
      const requirements = [...new Set([...known.requirements, requirement])];
      needs.set(classification, { ...known, requirements });
    }
  }
  return [...needs.values()];
}
