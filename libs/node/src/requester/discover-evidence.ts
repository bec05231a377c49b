import { Injectable } from '@nestjs/common';
import {
  chooseDistribution,
  type DataService,
  DirectoryRefusal,
  type Distribution,
  type Requirement,
} from '@oots/directory';
import { type EvidenceModelName, modelConformingTo } from '@oots/evidence';
import type { ProcedureOffer } from '../config/country-profile.js';
import { NodeSurroundings } from '../start/node-surroundings.js';

/** One evidence type that would help a case, and who has it. */
export interface AvailableEvidence {
  readonly requirement: Requirement;
  readonly service: DataService;
  readonly distribution: Distribution;
  /** Name of the evidence model. */
  readonly evidenceType: EvidenceModelName;
}

/** Asks the Evidence Broker what proves a requirement in a country, and the Data Services Directory who hands it out. */
@Injectable()
export class DiscoverEvidence {
  constructor(private readonly surroundings: NodeSurroundings) {}

  /**
   * @returns for each requirement of the procedure that the country can prove with structured evidence, its evidence types;
   *   requirements that it cannot prove are left to the person
   * @throws {DirectoryUnavailable}, {DirectoryNotTrusted}
   */
  async run(offer: ProcedureOffer, providerCountry: string): Promise<readonly AvailableEvidence[]> {
    const { directory, profile } = this.surroundings;
    const known = await orNothing(directory.requirementsOf(offer.procedure, profile.country));
    const asked = known.filter((requirement) => offer.requirements.includes(requirement.identifier));
    const found: AvailableEvidence[] = [];
    for (const requirement of asked) {
      for (const list of await orNothing(directory.evidenceTypesOf(requirement.identifier, providerCountry))) {
        const services = await Promise.all(
          list.evidenceTypes.map((type) => this.structured(requirement, type.classification, providerCountry)),
        );
        const complete = services.filter((service) => service !== undefined);
        // Types of one list prove the requirement together; the first list that is complete is enough. Another is not tried
        // when its evidence then does not come: gap G-26.
        if (complete.length > 0 && complete.length === services.length) {
          found.push(...complete);
          break;
        }
      }
    }
    return found;
  }

  private async structured(
    requirement: Requirement,
    classification: string,
    country: string,
  ): Promise<AvailableEvidence | undefined> {
    const languages = ['EN', ...this.surroundings.profile.languages];
    for (const service of await orNothing(this.surroundings.directory.dataServices(classification, country))) {
      const distribution = chooseDistribution(service, { formats: ['application/json'], languages });
      const model = distribution?.conformsTo === undefined ? undefined : modelConformingTo(distribution.conformsTo);
      if (distribution !== undefined && model !== undefined) {
        return { requirement, service, distribution, evidenceType: model.name };
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
