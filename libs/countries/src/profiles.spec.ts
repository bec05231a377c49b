import { EVIDENCE_MODELS } from '@oots/evidence';
import { COUNTRIES, ORGANISATION_IDENTIFIERS, estonia, finland } from './index.js';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const organisations = COUNTRIES.flatMap((profile) => [
  profile.intermediary,
  ...profile.procedures.map(({ authority }) => authority),
  ...profile.offers.map(({ service }) => service.publisher),
]);

describe('the six profiles', () => {
  it('are Finland, Estonia, Sweden, Norway, Latvia and Lithuania', () => {
    expect(COUNTRIES.map(({ country }) => country)).toEqual(['FI', 'EE', 'SE', 'NO', 'LV', 'LT']);
  });

  it.each([
    ['FI', 'urn:cef.eu:names:identifier:EAS:0212'],
    ['EE', 'urn:cef.eu:names:identifier:EAS:0191'],
    ['SE', 'urn:cef.eu:names:identifier:EAS:0007'],
    ['NO', 'urn:cef.eu:names:identifier:EAS:0192'],
    ['LV', 'urn:oasis:names:tc:ebcore:partyid-type:unregistered:LV'],
    ['LT', 'urn:cef.eu:names:identifier:EAS:0200'],
  ])('write the organisations of %s under %s', (country, scheme) => {
    const schemes = organisations
      .filter((agent) => agent.country === country)
      .map(({ identifier }) => identifier.scheme);
    expect(new Set(schemes)).toEqual(new Set([scheme]));
  });

  it('give every organisation a valid number of its country', () => {
    const unsound = organisations.filter(
      ({ country, identifier }) => !ORGANISATION_IDENTIFIERS[country as 'FI'](identifier.value).valid,
    );
    expect(unsound).toEqual([]);
  });

  it('say of every organisation, in English, that it is simulated', () => {
    for (const { names } of organisations) {
      expect(names.find(({ lang }) => lang === 'EN')?.text).toMatch(/ \(simulated\)$/);
      expect(names.map(({ lang }) => lang).every((lang) => /^[A-Z]{2}$/.test(lang))).toBe(true);
    }
  });

  it('share one catalogue of requirements', () => {
    for (const { requirements } of COUNTRIES) expect(requirements).toEqual(finland.requirements);
    expect(finland.requirements).toHaveLength(Object.keys(EVIDENCE_MODELS).length);
    for (const { identifier } of finland.requirements) {
      expect(identifier).toMatch(new RegExp(`^https://sr\\.oots\\.tech\\.ec\\.europa\\.eu/requirements/${UUID}$`));
    }
  });

  it('keep their identifiers from one release to the next', () => {
    expect(finland.requirements[0]?.identifier).toBe(
      'https://sr.oots.tech.ec.europa.eu/requirements/69ce44cb-5d7c-5450-ab9e-c0dd212396d2',
    );
    expect(estonia.offers[0]?.service).toMatchObject({
      identifier: '2de23257-11b6-5749-ac0c-7875aba1617f',
      classification:
        'https://sr.oots.tech.ec.europa.eu/evidencetypeclassifications/EE/bc8ce0e3-a011-53f0-aa32-fb8c8d287627',
    });
  });

  it('never use an identifier twice', () => {
    const services = COUNTRIES.flatMap(({ offers }) => offers.map(({ service }) => service.identifier));
    const lists = COUNTRIES.flatMap(({ evidenceTypeLists }) => evidenceTypeLists.map(({ identifier }) => identifier));
    expect(new Set([...services, ...lists]).size).toBe(services.length + lists.length);
  });

  it('ask only for what somebody else can prove', () => {
    for (const { country, procedures } of COUNTRIES) {
      for (const { procedure, requirements } of procedures) {
        for (const requirement of requirements) {
          const lists = COUNTRIES.filter((other) => other.country !== country).flatMap(
            (other) => other.evidenceTypeLists,
          );
          expect(lists.filter((list) => list.requirement === requirement)).not.toEqual([]);
          const named = finland.requirements.find(({ identifier }) => identifier === requirement);
          expect(named?.procedures).toContain(procedure);
        }
      }
    }
  });

  it('all run the change of address, Finland with a form', () => {
    for (const { procedures } of COUNTRIES) expect(procedures.map(({ procedure }) => procedure)).toContain('V1');
    expect(finland.procedures.find(({ procedure }) => procedure === 'V1')).toMatchObject({
      form: 'fi-move-notice',
      authority: { identifier: { value: '0245437-2' }, classification: 'ER' },
    });
  });
});

describe.each(COUNTRIES.map((profile) => [profile.country, profile] as const))(
  'every data service of %s',
  (country, profile) => {
    it.each(profile.offers.map(({ service, register }) => [register.evidenceType, service] as const))(
      'is complete: %s',
      (evidenceType, service) => {
        expect(service.identifier).toMatch(new RegExp(`^${UUID}$`));
        expect(service.classification).toMatch(new RegExp(`/evidencetypeclassifications/${country}/${UUID}$`));
        expect(service.conformsTo).toEqual(['oots-edm:v2.0', 'oots-edm-bg:v0.1']);
        expect(service.accessPoint).toEqual({
          scheme: `urn:oasis:names:tc:ebcore:partyid-type:unregistered:${country}`,
          value: `AP_${country}_01`,
        });
        expect(service.publisher.classification).toBe('EP');
        expect(service.distributions[0]).toEqual({
          format: 'application/json',
          languages: [expect.stringMatching(/^[A-Z]{2}$/)],
          conformsTo: `https://sr.oots.tech.ec.europa.eu/datamodels/${evidenceType}-1.0.0`,
        });
        expect(service.distributions[1]).toEqual({ format: 'image/svg+xml', languages: ['EN'] });
        expect(profile.evidenceTypeLists.flatMap(({ evidenceTypes }) => evidenceTypes)).toContainEqual({
          classification: service.classification,
          titles: service.titles,
        });
      },
    );
  },
);

describe('the stories of the use cases', () => {
  const offers = (country: string) =>
    COUNTRIES.find((profile) => profile.country === country)?.offers.map(({ register }) => register.evidenceType) ?? [];

  it.each([
    ['UC1', 'EE', ['residence', 'family-composition']],
    ['UC1 back', 'FI', ['residence']],
    ['UC2', 'LT', ['secondary-education-completion', 'tertiary-education-completion']],
    ['UC3', 'NO', ['tertiary-education-completion']],
    ['UC4', 'NO', ['income-summary']],
    ['UC5', 'EE', ['legal-entity-extract']],
    ['UC6', 'NO', ['birth']],
    ['UC7', 'SE', ['vehicle-registration']],
    ['UC8', 'FI', ['insurance-periods']],
    ['UC8', 'SE', ['insurance-periods']],
  ])('%s finds its evidence in %s', (_story, country, evidenceTypes) => {
    expect(offers(country)).toEqual(expect.arrayContaining(evidenceTypes));
  });
});
