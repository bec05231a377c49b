import type { CountryDeclarations } from '../declaration.js';
import {
  type Association,
  type AssociationName,
  type ObjectKind,
  type ObjectOf,
  type RegisteredObject,
} from './registered-object.js';
import { RegistrationRefusal } from './registration-refusal.js';
import type { RegistrationRequest, RemoveObjects, SubmitObjects } from './registration-request.js';

/** Everything one country has registered. Never changes: a registration makes another one. */
export class CountryObjects {
  static readonly NONE = new CountryObjects(new Map(), new Map());

  private constructor(
    private readonly objects: ReadonlyMap<string, RegisteredObject>,
    private readonly associations: ReadonlyMap<string, Association>,
  ) {}

  /** @throws {RegistrationRefusal} `LCM:ERR:0003`, an object is to be created that is there */
  after(request: RegistrationRequest): CountryObjects {
    return request.kind === 'submit' ? this.with(request) : this.without(request);
  }

  has(id: string): boolean {
    return this.objects.has(id) || this.associations.has(id);
  }

  /** In the order of their first registration. */
  ofKind<Kind extends ObjectKind>(kind: Kind): ObjectOf<Kind>[] {
    return [...this.objects.values()].filter((object): object is ObjectOf<Kind> => object.kind === kind);
  }

  get everyAssociation(): readonly Association[] {
    return [...this.associations.values()];
  }

  kindOf(id: string): ObjectKind | undefined {
    return this.objects.get(id)?.kind;
  }

  /** What the country declares by its objects. Call it with objects that are whole. */
  declarations(country: string): CountryDeclarations {
    return {
      country,
      requirements: this.ofKind('Requirement').map(({ id, value }) => {
        const frameworks = this.targets('DerivesFromReferenceFramework', 'ReferenceFramework', id);
        return { ...value, procedures: [...new Set(frameworks.map((framework) => framework.value.procedure))] };
      }),
      evidenceTypeLists: this.ofKind('EvidenceTypeList').flatMap(({ id, value }) =>
        this.targets('FulfillsRequirement', 'Requirement', id).map((requirement) => ({
          ...value,
          requirement: requirement.value.identifier,
          evidenceTypes: this.targets('ContainsEvidence', 'EvidenceType', id).map((type) => type.value),
        })),
      ),
      dataServices: this.ofKind('EvidenceProvider').flatMap((provider) =>
        this.targets('ServesEvidenceType', 'DataServiceEvidenceType', provider.id).map((record) => {
          const { identifier, classification, titles, distributions, levelOfAssurance } = record.value;
          return { identifier, classification, titles, distributions, levelOfAssurance, ...provider.value };
        }),
      ),
    };
  }

  /** The objects of one kind to which associations of one name lead from an object. */
  private targets<Kind extends ObjectKind>(name: AssociationName, kind: Kind, source: string): ObjectOf<Kind>[] {
    const objects = new Map(this.ofKind(kind).map((object) => [object.id, object]));
    return this.everyAssociation
      .filter((association) => association.name === name && association.source === source)
      .flatMap(({ target }) => objects.get(target) ?? []);
  }

  private with({ mode, objects, associations }: SubmitObjects): CountryObjects {
    const existing = [...objects, ...associations].find(({ id }) => this.has(id));
    if (mode === 'CreateOnly' && existing !== undefined) {
      throw RegistrationRefusal.integrity(`${existing.id} exists`);
    }
    const mixed =
      objects.find(({ id }) => this.associations.has(id)) ?? associations.find(({ id }) => this.objects.has(id));
    if (mixed !== undefined) throw RegistrationRefusal.integrity(`${mixed.id} is of another kind`);
    return new CountryObjects(
      new Map([...this.objects, ...objects.map((object) => [object.id, object] as const)]),
      new Map([...this.associations, ...associations.map((association) => [association.id, association] as const)]),
    );
  }

  private without({ targets }: RemoveObjects): CountryObjects {
    const removed = new Set(targets);
    return new CountryObjects(
      new Map([...this.objects].filter(([id]) => !removed.has(id))),
      new Map(
        [...this.associations].filter(
          ([id, { source, target }]) => !removed.has(id) && !removed.has(source) && !removed.has(target),
        ),
      ),
    );
  }
}
