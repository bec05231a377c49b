import { TRANSFORMS } from './index.js';
import type { TransformName } from './index.js';

const value = (text: string, confidence: string) => ({ outcome: 'value', text, confidence });

describe('given a value of an evidence', () => {
  it.each<[TransformName, unknown, object]>([
    ['none', 'Kalniņa', value('Kalniņa', 'exact')],
    ['none', 12, value('12', 'exact')],
    ['none', '', { outcome: 'nothing' }],
    ['none', { a: 1 }, { outcome: 'unmapped' }],
    ['date', '2024-02-29', value('2024-02-29', 'exact')],
    ['date', '2023-02-29', { outcome: 'unmapped' }],
    ['date', '1955', { outcome: 'unmapped' }],
    ['date', '0000-00-00', { outcome: 'unmapped' }],
    ['date', 20240301, { outcome: 'unmapped' }],
    ['alpha2', 'EE', value('EE', 'exact')],
    ['alpha2', 'EST', value('EE', 'mapped')],
    ['alpha2', 'http://publications.europa.eu/resource/authority/country/LTU', value('LT', 'mapped')],
    ['alpha2', 'http://publications.europa.eu/resource/authority/country/EE', { outcome: 'unmapped' }],
    ['alpha2', 'ee', { outcome: 'unmapped' }],
    ['alpha2', 'XX', { outcome: 'unmapped' }],
    ['alpha2', ['EE'], { outcome: 'unmapped' }],
    ['code:marital-status-fi', 'SINGLE', value('1', 'mapped')],
    ['code:marital-status-fi', 'WIDOWED', value('5', 'mapped')],
    ['code:marital-status-fi', 'constructor', { outcome: 'unmapped' }],
    ['code:marital-status-fi', 'COHABITING', { outcome: 'unmapped' }],
  ])('when it goes through %s as %j, then it comes out as %j', (name, given, expected) => {
    expect(TRANSFORMS[name](given)).toMatchObject(expected);
  });

  it.each([
    ['EE', 'Sadama 3-5, 10111 Tallinn', ['Sadama 3-5', '10111', 'Tallinn']],
    ['FI', 'Mannerheimintie 1 A 2, 00100 Helsinki', ['Mannerheimintie 1 A 2', '00100', 'Helsinki']],
    ['SE', 'Storgatan 1, lgh 1101, 111 22 Stockholm', ['Storgatan 1, lgh 1101', '111 22', 'Stockholm']],
    ['NO', 'Storgata 1, 0155 Oslo', ['Storgata 1', '0155', 'Oslo']],
    ['LV', 'Brīvības iela 1 - 2, Rīga, LV-1010', ['Brīvības iela 1 - 2', 'LV-1010', 'Rīga']],
    ['LT', 'Gedimino pr. 1-2, LT-01103 Vilnius', ['Gedimino pr. 1-2', 'LT-01103', 'Vilnius']],
  ])(
    'when an address of %s is one line, then it is split, and marked as a guess',
    (_, line, [street, postCode, town]) => {
      expect(TRANSFORMS['split:street'](line)).toEqual(value(street!, 'approx'));
      expect(TRANSFORMS['split:post-code'](line)).toEqual(value(postCode!, 'approx'));
      expect(TRANSFORMS['split:town'](line)).toEqual(value(town!, 'approx'));
    },
  );

  it.each(['Kihnu saar', '10111 Tallinn', '', 42])('when an address is %j, then no part of it is guessed', (line) => {
    expect(TRANSFORMS['split:street'](line).outcome).toBe('unmapped');
  });

  it('when an address has elements of its own, then they are used and named', () => {
    const address = { fullAddress: 'x', thoroughfare: 'Sadama', locatorDesignator: '3-5', postCode: '10111' };

    expect(TRANSFORMS['address:street'](address)).toEqual({
      ...value('Sadama 3-5', 'mapped'),
      read: ['/thoroughfare', '/locatorDesignator'],
    });
    expect(TRANSFORMS['address:post-code'](address)).toEqual({ ...value('10111', 'exact'), read: ['/postCode'] });
    expect(TRANSFORMS['address:town'](address)).toEqual({ outcome: 'nothing' });
    expect(TRANSFORMS['address:street']({ locatorDesignator: '3-5' })).toEqual({ outcome: 'nothing' });
  });

  it('then no explanation repeats the value', () => {
    for (const transform of Object.values(TRANSFORMS)) {
      expect(JSON.stringify(transform({ secret: 'Mari Tamm' }))).not.toContain('Mari');
      expect(JSON.stringify(transform('Mari Tamm!'))).not.toMatch(/unmapped.*Mari/);
    }
  });
});
