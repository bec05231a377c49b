import { Injectable } from '@nestjs/common';
import { chooseDistribution, DirectoryRefusal } from '@oots/directory';
import { modelConformingTo } from '@oots/evidence';
import type { ProcedureOffer } from '../config/country-profile.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import type { AvailableEvidence, EvidenceList, NamedRequirement } from './requirement-plan.js';

/** A requirement that a country can prove, by any of the lists. */
export interface ProvableRequirement {
  readonly requirement: NamedRequirement;
  /** At least one; in the order of the Evidence Broker. */
  readonly lists: readonly EvidenceList[];
}

/** Asks the Evidence Broker what proves a requirement in a country, and the Data Services Directory who hands it out. */
@Injectable()
export class DiscoverEvidence {
  constructor(private readonly surroundings: NodeSurroundings) {}

  /**
   * @returns for each requirement of the procedure that the country can prove with structured evidence, the lists that are
   *   complete; requirements that it cannot prove are left to the person
   * @throws {DirectoryUnavailable}, {DirectoryNotTrusted}
   */
  async run(offer: ProcedureOffer, providerCountry: string): Promise<readonly ProvableRequirement[]> {
    const { directory, profile } = this.surroundings;
    const known = await orNothing(directory.requirementsOf(offer.procedure, profile.country));
    const asked = known.filter(({ identifier }) => offer.requirements.includes(identifier));
    const found: ProvableRequirement[] = [];
    for (const { identifier, names } of asked) {
      const lists: EvidenceList[] = [];
      for (const { evidenceTypes } of await orNothing(directory.evidenceTypesOf(identifier, providerCountry))) {
        const services = await Promise.all(
          evidenceTypes.map(({ classification }) => this.structured(classification, providerCountry)),
        );
        const available = services.filter((service) => service !== undefined);
        // Types of one list prove the requirement together: an incomplete one proves nothing.
        if (available.length > 0 && available.length === services.length) lists.push(available);
      }
      if (lists.length > 0) found.push({ requirement: { identifier, names }, lists });
    }
    return found;
  }

  private async structured(classification: string, country: string): Promise<AvailableEvidence | undefined> {
    const languages = ['EN', ...this.surroundings.profile.languages];
    for (const service of await orNothing(this.surroundings.directory.dataServices(classification, country))) {
      const distribution = chooseDistribution(service, { formats: ['application/json'], languages });
      const model = distribution?.conformsTo === undefined ? undefined : modelConformingTo(distribution.conformsTo);
      if (distribution !== undefined && model !== undefined) {
        const { identifier, titles, publisher, accessPoint, conformsTo } = service;
        return {
          service: { identifier, classification, titles, publisher, accessPoint, conformsTo },
          distribution,
          evidenceType: model.name,
        };
      }
    }
    return undefined;
  }
}

/** An empty result is a refusal in the directories' protocol, `EB:ERR:0001` and `DSD:ERR:0001`; here it is an empty list. */
async function orNothing<T>(answer: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DirectoryRefusal) return [];
    throw error;
  }
}
