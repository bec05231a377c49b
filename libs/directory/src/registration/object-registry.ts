import { v5 as nameBasedUuid } from 'uuid';
import type { CountryDeclarations } from '../declaration.js';
import { requireOwn } from '../query/own-declarations.js';
import { CountryObjects } from './country-objects.js';
import { objectsOf } from './declared-objects.js';
import { requireIntegrity } from './integrity.js';
import { RegistrationRefusal } from './registration-refusal.js';
import type { RegistrationRequest } from './registration-request.js';

/** What all countries have registered, at one point in time. */
export class ObjectRegistry {
  private constructor(private readonly countries: ReadonlyMap<string, CountryObjects>) {}

  /**
   * @param declarations that the directories know from their start, registered as if their countries had done it
   * @throws {RangeError} when a country declares what only another may declare
   * @throws {RegistrationRefusal} declarations that do not fit together
   */
  static of(declarations: readonly CountryDeclarations[]): ObjectRegistry {
    let registry = new ObjectRegistry(new Map());
    for (const declared of declarations) {
      requireOwn(declared);
      for (const name of ['eb', 'dsd'] as const) {
        const id = `urn:uuid:${nameBasedUuid(`${declared.country}#${name}`, nameBasedUuid.URL)}`;
        const content = objectsOf(declared, name);
        registry = registry.after(declared.country, { kind: 'submit', id, mode: 'CreateOrReplace', ...content });
      }
    }
    return registry;
  }

  /**
   * @param country of the access point that sent the request
   * @throws {RegistrationRefusal} as a whole: nothing of the request is kept
   */
  after(country: string, request: RegistrationRequest): ObjectRegistry {
    const ids =
      request.kind === 'submit' ? [...request.objects, ...request.associations].map(({ id }) => id) : request.targets;
    const others = [...this.countries].filter(([other]) => other !== country).map(([, objects]) => objects);
    const taken = ids.find((id) => others.some((objects) => objects.has(id)));
    if (taken !== undefined) throw RegistrationRefusal.integrity(`${taken} is not the registrant's own`);

    const objects = (this.countries.get(country) ?? CountryObjects.NONE).after(request);
    requireIntegrity(country, objects);
    return new ObjectRegistry(new Map([...this.countries, [country, objects]]));
  }

  /** What every country declares, in the order in which they came. */
  get declarations(): readonly CountryDeclarations[] {
    return [...this.countries].map(([country, objects]) => objects.declarations(country));
  }
}
