import { EDM_2_0, EDM_BACKGROUND_0_1 } from '@oots/edm';
import { bestSpecification, chooseDistribution, negotiateProfile } from './negotiation.js';

describe('given what a data service announces', () => {
  it.each([
    [[EDM_2_0, EDM_BACKGROUND_0_1], true, { profile: 'B', specification: EDM_BACKGROUND_0_1 }],
    [[EDM_2_0, EDM_BACKGROUND_0_1], false, { profile: 'B', specification: EDM_BACKGROUND_0_1 }],
    [[EDM_2_0], true, { profile: 'A', specification: EDM_2_0 }],
    [[EDM_2_0], false, { profile: 'interactive', specification: EDM_2_0 }],
    [['oots-edm:v1.2'], true, undefined],
    [[], true, undefined],
  ])('then %j, plain without preview allowed: %s, is asked as %j', (conformsTo, plainWithoutPreview, profile) => {
    expect(negotiateProfile({ conformsTo }, { plainWithoutPreview })).toEqual(profile);
  });

  it.each([
    [['oots-edm:v1.2', EDM_2_0], undefined, EDM_2_0],
    [[EDM_2_0, EDM_BACKGROUND_0_1], undefined, EDM_BACKGROUND_0_1],
    [[EDM_2_0, EDM_BACKGROUND_0_1], [EDM_2_0], EDM_2_0],
    [['oots-edm:v1.2'], undefined, undefined],
  ])('then of %j the best that we speak (%j) is %s', (announced, spoken, best) => {
    expect(bestSpecification(announced, spoken)).toBe(best);
  });
});

describe('given the distributions of a data service', () => {
  const JSON_MODEL = 'https://sr.oots.tech.ec.europa.eu/datamodels/residence-1.0.0';
  const service = {
    distributions: [
      { format: 'application/pdf', languages: ['ET', 'EN'] },
      { format: 'application/json', languages: ['ET', 'EN', 'FI'], conformsTo: JSON_MODEL },
      { format: 'application/xml', languages: [], conformsTo: `${JSON_MODEL}-xml` },
    ],
  };

  it("then the requester's best format wins over the provider's order", () => {
    expect(chooseDistribution(service, { formats: ['application/json', 'application/pdf'] })).toMatchObject({
      format: 'application/json',
      conformsTo: JSON_MODEL,
    });
  });

  it('then one language is asked for: the best that both have', () => {
    const wish = { formats: ['application/json'], languages: ['SV', 'FI', 'EN'] };

    expect(chooseDistribution(service, wish)?.languages).toEqual(['FI']);
  });

  it('then a language that the requester does not read is taken rather than nothing', () => {
    expect(chooseDistribution(service, { formats: ['application/pdf'], languages: ['LV'] })?.languages).toEqual(['ET']);
  });

  it('then a distribution without language stays without', () => {
    expect(chooseDistribution(service, { formats: ['application/xml'], languages: ['EN'] })?.languages).toEqual([]);
  });

  it('then of two in one format the one in the better language is chosen', () => {
    const twoLanguages = {
      distributions: [
        { format: 'application/pdf', languages: ['ET'] },
        { format: 'application/pdf', languages: ['FI'] },
      ],
    };

    expect(chooseDistribution(twoLanguages, { formats: ['application/pdf'], languages: ['FI'] })?.languages).toEqual([
      'FI',
    ]);
  });

  it('then a data model that the requester does not read is not asked for', () => {
    const wish = { formats: ['application/json', 'application/xml'], conformsTo: `${JSON_MODEL}-xml` };

    expect(chooseDistribution(service, wish)?.format).toBe('application/xml');
  });

  it('then nothing is chosen where nothing is usable', () => {
    expect(chooseDistribution(service, { formats: ['image/png'] })).toBeUndefined();
  });
});
