import { v5 as nameBasedUuid } from 'uuid';
import type { CountryDeclarations, DataService } from '../declaration.js';
import { referenceFramework } from '../query/reference-framework.js';
import type {
  Association,
  AssociationName,
  ObjectKind,
  RegisteredContent,
  RegisteredValues,
  RegistryName,
} from './registered-object.js';

/**
 * What a country declares as objects of one of the two directories. Identifiers are made from what the objects are about, so
 * that a later declaration of the same thing replaces the earlier one.
 */
export function objectsOf(declarations: CountryDeclarations, registry: RegistryName): RegisteredContent {
  return registry === 'eb' ? evidenceBrokerObjects(declarations) : dataServiceObjects(declarations);
}

function evidenceBrokerObjects({ country, requirements, evidenceTypeLists }: CountryDeclarations): RegisteredContent {
  const named = naming(country);
  const frameworks = requirements.flatMap(({ identifier, procedures }) =>
    procedures.map((procedure) => ({
      requirement: identifier,
      value: referenceFramework(identifier, procedure, country),
    })),
  );
  const types = new Map(
    evidenceTypeLists.flatMap((list) => list.evidenceTypes).map((type) => [type.classification, type]),
  );
  return {
    objects: [
      ...requirements.map(({ identifier, names }) => named.object('Requirement', identifier, { identifier, names })),
      ...frameworks.map(({ value }) => named.object('ReferenceFramework', value.identifier, value)),
      ...evidenceTypeLists.map(({ identifier, names, country: of }) =>
        named.object('EvidenceTypeList', identifier, { identifier, names, country: of }),
      ),
      ...[...types].map(([classification, type]) => named.object('EvidenceType', classification, type)),
    ],
    associations: [
      ...frameworks.map(({ requirement, value }) =>
        named.association('DerivesFromReferenceFramework', [
          named.id('Requirement', requirement),
          named.id('ReferenceFramework', value.identifier),
        ]),
      ),
      ...evidenceTypeLists.flatMap((list) => {
        const source = named.id('EvidenceTypeList', list.identifier);
        return [
          named.association('FulfillsRequirement', [source, named.id('Requirement', list.requirement)]),
          ...list.evidenceTypes.map(({ classification }) =>
            named.association('ContainsEvidence', [source, named.id('EvidenceType', classification)]),
          ),
        ];
      }),
    ],
  };
}

function dataServiceObjects({ country, dataServices }: CountryDeclarations): RegisteredContent {
  const named = naming(country);
  const records = new Map<string, DataService[]>();
  for (const service of dataServices) {
    records.set(service.identifier, [...(records.get(service.identifier) ?? []), service]);
  }
  return {
    objects: [
      ...[...records].flatMap(([identifier, services]) =>
        services.slice(0, 1).map((service) =>
          named.object('DataServiceEvidenceType', identifier, {
            identifier,
            classification: service.classification,
            titles: service.titles,
            distributions: service.distributions,
            levelOfAssurance: service.levelOfAssurance,
            ...questionsOf(services),
          }),
        ),
      ),
      ...dataServices.map((service) =>
        named.object('EvidenceProvider', providerKey(service), {
          publisher: { ...service.publisher, country: service.publisher.country ?? country },
          accessPoint: service.accessPoint,
          conformsTo: service.conformsTo,
          ...(service.classifications === undefined ? {} : { classifications: service.classifications }),
        }),
      ),
    ],
    associations: dataServices.map((service) =>
      named.association('ServesEvidenceType', [
        named.id('EvidenceProvider', providerKey(service)),
        named.id('DataServiceEvidenceType', service.identifier),
      ]),
    ),
  };
}

function questionsOf(services: readonly DataService[]): Pick<DataService, 'classifications'> {
  const questions = new Map(
    services
      .flatMap(({ classifications = [] }) => classifications)
      .map((question) => [question.identifier, { ...question, values: [] }]),
  );
  return questions.size === 0 ? {} : { classifications: [...questions.values()] };
}

/** A provider is registered once for each evidence type: what it speaks may differ from one to the next. */
function providerKey({ identifier, publisher, accessPoint }: DataService): string {
  return [identifier, publisher.identifier.scheme, publisher.identifier.value, accessPoint.value].join('#');
}

function naming(country: string) {
  const uuid = (of: string): string => `urn:uuid:${nameBasedUuid(`${country}#${of}`, nameBasedUuid.URL)}`;
  const id = (kind: ObjectKind, key: string): string => uuid(`${kind}#${key}`);
  return {
    id,
    object: <Kind extends ObjectKind>(
      kind: Kind,
      key: string,
      value: RegisteredValues[Kind],
    ): { readonly id: string; readonly kind: Kind; readonly value: RegisteredValues[Kind] } => ({
      id: id(kind, key),
      kind,
      value,
    }),
    association: (name: AssociationName, [source, target]: readonly [string, string]): Association => ({
      id: uuid(`${name}#${source}#${target}`),
      name,
      source,
      target,
    }),
  };
}
