import { unregisteredScheme } from '@oots/edm';
import type { DataService } from '@oots/directory';
import { EVIDENCE_MODELS, type EvidenceModelName } from '@oots/evidence';
import type { CountryProfile, EvidenceOffer, ProcedureOffer, RegisterContent, ResidenceRegister } from '@oots/node';
import { type Authority, agentOf } from './authority.js';
import { catalogueUuid, classificationOf } from './identifiers.js';
import type { OfferedEvidence } from './offered-evidence.js';
import { REQUIREMENTS, requirementProvedBy } from './requirements.js';
import { systemCheckEvidence, systemCheckProcedure } from './system-check.js';

/** What a country says about itself; the rest of its profile follows from it. */
export interface CountryDefinition {
  readonly country: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly currency: string;
  /** Runs the national OOTS node. */
  readonly intermediary: Authority;
  /** The procedures of its authorities, with the evidence each asks for. */
  readonly procedures: readonly {
    readonly procedure: string;
    readonly authority: Authority;
    readonly asksFor: readonly EvidenceModelName[];
    readonly form?: string;
  }[];
  readonly evidence: readonly OfferedEvidence[];
  readonly residenceRegister: ResidenceRegister;
  readonly population: (seed: number) => readonly RegisterContent[];
}

/** Specifications every access point of the testbed speaks. */
const CONFORMS_TO = ['oots-edm:v2.0', 'oots-edm-bg:v0.1'] as const;

/** @returns the profile that makes a node this country's node */
export function countryProfile(definition: CountryDefinition): CountryProfile {
  const { country } = definition;
  const accessPoint = { scheme: unregisteredScheme(country), value: `AP_${country}_01` };
  const evidence = [...definition.evidence, systemCheckEvidence(definition.intermediary)];
  const offers = evidence.map((offered) => evidenceOffer(definition, offered, accessPoint));
  return {
    country,
    name: definition.name,
    languages: definition.languages,
    currency: definition.currency,
    accessPoint,
    domain: `${country.toLowerCase()}.oots.example`,
    intermediary: agentOf(definition.intermediary, 'IP'),
    procedures: [...definition.procedures, systemCheckProcedure(definition.intermediary)].map(procedureOffer),
    offers,
    requirements: REQUIREMENTS,
    evidenceTypeLists: evidence.map(({ register: { evidenceType } }, index) => ({
      identifier: catalogueUuid('evidence-type-list', country, evidenceType),
      names: [{ lang: 'EN', text: `${EVIDENCE_MODELS[evidenceType].title}, ${definition.name}` }],
      country,
      requirement: requirementProvedBy(evidenceType).identifier,
      evidenceTypes: [
        { classification: classificationOf(country, evidenceType), titles: offers[index]?.service.titles ?? [] },
      ],
    })),
    residenceRegister: definition.residenceRegister,
    population: definition.population,
  };
}

function procedureOffer(offered: CountryDefinition['procedures'][number]): ProcedureOffer {
  return {
    procedure: offered.procedure,
    authority: agentOf(offered.authority, 'ER'),
    requirements: offered.asksFor.map((evidenceType) => requirementProvedBy(evidenceType).identifier),
    ...(offered.form === undefined ? {} : { form: offered.form }),
  };
}

function evidenceOffer(
  { country, languages }: CountryDefinition,
  { title, authority, register }: OfferedEvidence,
  accessPoint: DataService['accessPoint'],
): EvidenceOffer {
  const model = EVIDENCE_MODELS[register.evidenceType];
  const spoken = [authority.language, 'EN'];
  return {
    register,
    service: {
      identifier: catalogueUuid('data-service', country, model.name, authority.id),
      classification: classificationOf(country, model.name),
      titles: [
        { lang: authority.language, text: title },
        { lang: 'EN', text: model.title },
      ],
      distributions: [
        { format: 'application/json', languages: languages.slice(0, 1), conformsTo: model.conformsTo },
        { format: 'image/svg+xml', languages: spoken.slice(-1) },
      ],
      publisher: agentOf(authority, 'EP'),
      accessPoint,
      conformsTo: CONFORMS_TO,
      levelOfAssurance: 'Substantial',
    },
  };
}
