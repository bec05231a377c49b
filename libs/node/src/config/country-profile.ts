import type { Agent, OrganisationIdentifier } from '@oots/edm';
import type { DataService, EvidenceTypeList, Requirement } from '@oots/directory';
import type { EvidenceRegister, RegisterRecord, ResidenceRegister } from '../provider/evidence-register.js';

/** A procedure that an authority of the country runs, as evidence requester. */
export interface ProcedureOffer {
  /** Code of the Procedures list, `V1`. */
  readonly procedure: string;
  readonly authority: Agent;
  /** Identifiers of the requirements that the procedure asks to be met. */
  readonly requirements: readonly string[];
  /** Form of `@oots/prefill` that the procedure's case fills in, `fi-move-notice`. */
  readonly form?: string;
}

/** A data service of the country and the register behind it. */
export interface EvidenceOffer {
  readonly service: DataService;
  readonly register: EvidenceRegister;
}

/** One register's first content, from the seeded simulation. */
export interface RegisterContent {
  readonly register: string;
  readonly records: readonly { readonly key: string; readonly record: RegisterRecord }[];
}

/**
 * Everything that makes a node the node of one Member State. A difference between countries is a field here or a register
 * adapter, so nothing in `@oots/node` names a country.
 */
export interface CountryProfile {
  /** Code of the OOTS country list. */
  readonly country: string;
  readonly name: string;
  /** Upper-case two-letter codes; the first is the one notices are written in by default. */
  readonly languages: readonly string[];
  readonly currency: string;
  /** Party of the country's access point, `AP_FI_01`. */
  readonly accessPoint: OrganisationIdentifier;
  /** Domain of message and content ids, `fi.oots.example`. */
  readonly domain: string;
  /** The national OOTS node as intermediary platform. */
  readonly intermediary: Agent;
  readonly procedures: readonly ProcedureOffer[];
  readonly offers: readonly EvidenceOffer[];
  readonly requirements: readonly Requirement[];
  readonly evidenceTypeLists: readonly EvidenceTypeList[];
  /** The register that records moves, where the country's population register takes part in them. */
  readonly residenceRegister: ResidenceRegister;
  /** @param seed the same seed gives the same people */
  readonly population: (seed: number) => readonly RegisterContent[];
}
