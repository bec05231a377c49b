import type { CountryObjects } from './country-objects.js';
import { countryOfClassification } from './object-conformance.js';
import { type AssociationName, ASSOCIATIONS, type ObjectKind } from './registered-object.js';
import { RegistrationRefusal } from './registration-refusal.js';

/** How often an object must stand at an end of an association; what stands nowhere would answer no question. */
const ENDS: readonly {
  readonly kind: ObjectKind;
  readonly end: 'source' | 'target';
  readonly association: AssociationName;
  readonly atMost: number;
}[] = [
  { kind: 'EvidenceTypeList', end: 'source', association: 'FulfillsRequirement', atMost: 1 },
  { kind: 'EvidenceType', end: 'target', association: 'ContainsEvidence', atMost: Number.POSITIVE_INFINITY },
  {
    kind: 'ReferenceFramework',
    end: 'target',
    association: 'DerivesFromReferenceFramework',
    atMost: Number.POSITIVE_INFINITY,
  },
  { kind: 'EvidenceProvider', end: 'source', association: 'ServesEvidenceType', atMost: Number.POSITIVE_INFINITY },
  {
    kind: 'DataServiceEvidenceType',
    end: 'target',
    association: 'ServesEvidenceType',
    atMost: Number.POSITIVE_INFINITY,
  },
];

/**
 * What a country has registered is whole and its own.
 *
 * @throws {RegistrationRefusal} `LCM:ERR:0002` an association that does not lead from one object to another as its name says;
 *   `LCM:ERR:0003` an object without its association, one of another country, or two with the same identifier
 */
export function requireIntegrity(country: string, objects: CountryObjects): void {
  requireEnds(objects);
  requireAssociations(objects);
  requireOwnObjects(country, objects);
  requireDistinctIdentifiers(objects);
}

function requireEnds(objects: CountryObjects): void {
  for (const { id, name, source, target } of objects.everyAssociation) {
    const ends = ASSOCIATIONS[name];
    if (objects.kindOf(source) !== ends.source) {
      throw RegistrationRefusal.association(`source of ${name} ${id} is no ${ends.source}`);
    }
    if (objects.kindOf(target) !== ends.target) {
      throw RegistrationRefusal.association(`target of ${name} ${id} is no ${ends.target}`);
    }
  }
}

function requireAssociations(objects: CountryObjects): void {
  for (const { kind, end, association, atMost } of ENDS) {
    const uses = new Map<string, number>();
    for (const { name, [end]: id } of objects.everyAssociation) {
      if (name === association) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
    const stray = objects.ofKind(kind).find(({ id }) => {
      const count = uses.get(id) ?? 0;
      return count < 1 || count > atMost;
    });
    if (stray !== undefined) {
      throw RegistrationRefusal.integrity(`${kind} ${stray.id} has ${uses.get(stray.id) ?? 'no'} ${association}`);
    }
  }
}

function requireOwnObjects(country: string, objects: CountryObjects): void {
  const foreign =
    objects.ofKind('EvidenceTypeList').find(({ value }) => value.country !== country) ??
    objects.ofKind('ReferenceFramework').find(({ value }) => value.country !== country) ??
    objects.ofKind('EvidenceType').find(({ value }) => countryOfClassification(value.classification) !== country) ??
    objects
      .ofKind('DataServiceEvidenceType')
      .find(({ value }) => countryOfClassification(value.classification) !== country) ??
    objects.ofKind('EvidenceProvider').find(({ value }) => value.publisher.country !== country);
  if (foreign !== undefined) {
    throw RegistrationRefusal.integrity(`${foreign.kind} ${foreign.id} is not the registrant's own`);
  }
}

function requireDistinctIdentifiers(objects: CountryObjects): void {
  requireDistinct(objects.ofKind('Requirement'), ({ identifier }) => identifier);
  requireDistinct(objects.ofKind('EvidenceTypeList'), ({ identifier }) => identifier);
  requireDistinct(objects.ofKind('EvidenceType'), ({ classification }) => classification);
  requireDistinct(objects.ofKind('DataServiceEvidenceType'), ({ identifier }) => identifier);
}

function requireDistinct<Value>(
  objects: readonly { readonly id: string; readonly value: Value }[],
  identifierOf: (value: Value) => string,
): void {
  const seen = new Set<string>();
  for (const { id, value } of objects) {
    const identifier = identifierOf(value);
    if (seen.has(identifier)) throw RegistrationRefusal.integrity(`${id} repeats the identifier of another object`);
    seen.add(identifier);
  }
}
