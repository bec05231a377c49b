import { patternOf, select } from './select.js';

const document = {
  household: {
    members: [
      { relationship: 'SPOUSE', givenName: 'A' },
      { relationship: 'CHILD', givenName: 'B', current: true },
      { relationship: 'CHILD', givenName: 'C' },
    ],
  },
  'a/b': { '~': 'escaped' },
};

describe('given the paths of a mapping table', () => {
  it.each([
    ['/household/members/1/givenName', [['/household/members/1/givenName', 'B']]],
    [
      '/household/members[relationship=CHILD]/givenName',
      [
        ['/household/members/1/givenName', 'B'],
        ['/household/members/2/givenName', 'C'],
      ],
    ],
    ['/household/members[current=true]/givenName', [['/household/members/1/givenName', 'B']]],
    [
      '/household/members/*/relationship',
      [
        ['/household/members/0/relationship', 'SPOUSE'],
        ['/household/members/1/relationship', 'CHILD'],
        ['/household/members/2/relationship', 'CHILD'],
      ],
    ],
    ['/household/members[relationship=PARENT]', []],
    ['/household/members/constructor', []],
    ['/household/nobody/here', []],
    ['/a~1b/~0', [['/a~1b/~0', 'escaped']]],
  ])('then %s leads to %j', (path, expected) => {
    expect(select(document, path).map(({ pointer, value }) => [pointer, value])).toEqual(expected);
  });

  it('then a selector is any element to a permission', () => {
    expect(patternOf('/household/members[relationship=CHILD]/givenName')).toBe('/household/members/*/givenName');
    expect(patternOf('/residence/address')).toBe('/residence/address');
  });

  it('then a path that is no pointer is a defect', () => {
    expect(() => select(document, 'household')).toThrow(SyntaxError);
  });
});
