import type { DataService, EvidenceTypeList, Requirement } from './declaration.js';

/** What the person answered to the questions of a `DSD:ERR:0005`: identifier of the classification → value. */
export type ClassificationAnswers = Readonly<Record<string, string>>;

/**
 * What a node asks the Evidence Broker and the Data Services Directory. Every question may be refused, may find nobody at
 * home, or may get an answer that cannot be trusted.
 *
 * @throws {DirectoryRefusal} the directory understood and declined; an empty result is a refusal too, `EB:ERR:0001`
 * @throws {DirectoryUnavailable} no answer in time; may be tried again
 * @throws {DirectoryNotTrusted} an answer whose digest, signature or certificate does not hold; nothing of it is read
 * @see TDD 3.1.4, 3.2.4, 3.4
 */
export interface Directory {
  /**
   * @param procedure code of the Procedures list, `V1`
   * @param country that runs the procedure; every country when absent
   * @returns at least one, each with the procedures it is asked for in
   */
  requirementsOf(procedure: string, country?: string): Promise<readonly Requirement[]>;

  /**
   * @param requirement its whole URL
   * @param providerCountry where the evidence is
   * @returns alternatives: one list is enough, and of that list every type; empty when the country
   *   declares that it cannot prove the requirement
   */
  evidenceTypesOf(requirement: string, providerCountry: string): Promise<readonly EvidenceTypeList[]>;

  /**
   * @param classification URL of the evidence type
   * @param country where the evidence is
   * @param specification only services that speak it, `oots-edm:v2.0`
   * @param answers to the questions of an earlier `DSD:ERR:0005`
   * @returns at least one
   */
  dataServices(
    classification: string,
    country: string,
    specification?: string,
    answers?: ClassificationAnswers,
  ): Promise<readonly DataService[]>;
}
