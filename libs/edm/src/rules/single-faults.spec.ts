import {
  EDM_1_0,
  EDM_1_1,
  EDM_1_2,
  EDM_2_0,
  EDM_BACKGROUND_0_1,
  isFatal,
  RULE_SETS,
  type DocumentKind,
  type Rule,
  type SpecificationLine,
} from '../index.js';
import { basesOf, changed, faultOf } from '../testing/single-faults/index.js';
import { parseXml } from '../xml/parse-xml.js';
import { judge } from './rule.js';

const KINDS: readonly DocumentKind[] = ['request', 'response', 'error', 'header', 'notification'];
const ruleIds = (xml: string, rules: readonly Rule[]) => new Set(judge(parseXml(xml), rules).map(({ rule }) => rule));

/** 2.0 before the profile that builds on it, then backwards. */
const LINES: readonly SpecificationLine[] = [EDM_2_0, EDM_BACKGROUND_0_1, EDM_1_2, EDM_1_1, EDM_1_0];

const cases = LINES.flatMap((line) =>
  KINDS.flatMap((kind) => RULE_SETS[line][kind].map((rule) => ({ line, kind, rule, id: rule.id }))),
);
/** A rule that lines share is one rule, and is broken once. */
const once = cases.filter(({ rule }, index) => cases.findIndex((other) => other.rule === rule) === index);

describe.each(LINES)('given the valid messages of %s', (line) => {
  it.each(Object.entries(basesOf(line)))('then no rule refuses the %s', (name, xml) => {
    const kind = kindOfBase(name);
    expect(judge(parseXml(xml), RULE_SETS[line][kind]).filter(isFatal)).toEqual([]);
  });
});

describe('given every rule of every line', () => {
  it('then somebody has written down how to break it', () => {
    expect(
      cases.filter(({ line, id }) => faultOf(line, id) === undefined).map(({ line, id }) => `${line} ${id}`),
    ).toEqual([]);
  });

  it.each(once)(
    'when $id of $line is broken in one way, then it is found and nothing unrelated',
    ({ line, kind, id }) => {
      const fault = faultOf(line, id);
      const base = fault && basesOf(line)[fault.base];
      if (fault === undefined || base === undefined) throw new Error(`no way to break ${id} of ${line}`);
      const rules = RULE_SETS[line][kind];
      const before = ruleIds(base, rules);
      const broken = [...ruleIds(changed(base, fault.change), rules)].filter((rule) => !before.has(rule));
      const related = fault.also.filter((rule) => rules.some((known) => known.id === rule));
      expect(broken.sort()).toEqual([id, ...related].sort());
    },
  );
});

function kindOfBase(name: string): DocumentKind {
  if (name === 'notification') return 'notification';
  if (/header$/i.test(name)) return 'header';
  if (/response$/i.test(name) || name === 'deferral') return 'response';
  return name === 'error' || name === 'preview' ? 'error' : 'request';
}
