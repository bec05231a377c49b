import { whoFits } from './who-fits.js';

const thresholds = { current: 80, former: 85, linked: 90, none: 95 };
const people = { good: 97, fair: 87, poor: 82, better: 99 };
type Name = keyof typeof people;
const assess = (name: Name) => ({ score: people[name], reasons: [] });
const fitting = (
  quality: 'current' | 'former' | 'linked' | 'none',
  candidate: Name,
  alike: readonly Name[] = [],
  identifierOfNobody = false,
) =>
  whoFits(
    quality === 'none'
      ? { alike: [candidate, ...alike], identifierOfNobody }
      : { identified: { candidate, quality }, alike, identifierOfNobody },
    assess,
    thresholds,
  );

describe('given candidates and what the rest of the claims is worth', () => {
  it.each([
    ['current', 'poor', true],
    ['former', 'poor', false],
    ['former', 'fair', true],
    ['linked', 'fair', false],
    ['linked', 'good', true],
    ['none', 'fair', false],
    ['none', 'good', true],
  ] as const)('when the identifier is %s and the rest is %s, then it is a match: %s', (quality, candidate, match) => {
    expect(fitting(quality, candidate)).toEqual(match ? [candidate] : []);
  });

  it('when somebody else fits better than whom the identifier names, then nobody fits', () => {
    expect(fitting('current', 'good', ['better'])).toEqual([]);
  });

  it('when somebody else fits as well as whom the identifier names, then the identifier decides', () => {
    expect(fitting('current', 'good', ['good', 'poor'])).toEqual(['good']);
  });

  it('when two fit without an identifier, then both do', () => {
    expect(fitting('none', 'good', ['better', 'fair'])).toEqual(['good', 'better']);
  });

  it('when the identifier is certainly nobody’s, then nobody fits', () => {
    expect(fitting('none', 'good', ['better'], true)).toEqual([]);
  });
});
