import type { LocalisedText } from '@oots/edm';
import { InvalidTable } from '../tables/invalid-table.js';
import { readTable } from '../tables/read-table.js';
import type { Texts } from '../tables/table-shapes.js';
import type { PolicyDecision, PolicyQuestion } from './policy-decision.js';
import { PolicyTableShape } from './policy-table-shape.js';
import type { BasisRow, PolicyTableContent, RuleRow } from './policy-table-shape.js';
import { RuleIndex } from './rule-index.js';

const TABLE = 'policy table';

/** Decides how an exchange may happen. Total: there is a decision for every question. */
export class PolicyTable {
  /** @param index without conflicts, and with a rule for everything */
  private constructor(
    private readonly content: PolicyTableContent,
    private readonly index: RuleIndex,
  ) {}

  /** @throws {InvalidTable} when rows contradict each other, or name what is not there */
  static of(content: PolicyTableContent): PolicyTable {
    const { index, conflicts } = RuleIndex.of(content.rules);
    const problems = [
      ...content.rules.flatMap((rule) => rowProblems(rule, content)),
      ...duplicates(content),
      ...conflicts,
    ];
    if (!content.rules.some(decidesEverything)) problems.push('no rule has * in all four columns');
    if (problems.length > 0) throw new InvalidTable(TABLE, problems);
    return new PolicyTable(content, index);
  }

  /** What decisions name, so that a later change does not touch what was decided. */
  get version(): string {
    return this.content.version;
  }

  /** @returns the decision of the rule with the fewest wildcards */
  decide(question: PolicyQuestion): PolicyDecision {
    const row = this.index.find(question);
    const basis = row && this.content.bases[row.basis];
    const purpose = row && this.content.purposes[row.purpose];
    if (row === undefined || basis === undefined || purpose === undefined) {
      throw new TypeError('a policy table has a rule for everything');
    }
    const paths = row.paths === undefined ? undefined : this.content.pathSets[row.paths];
    return {
      question,
      mode: row.mode,
      otherwise: row.otherwise ?? 'interactive',
      legalBasis: {
        type: basis.type,
        instrument: basis.instrument,
        article: basis.article,
        memberState: question.requesterCountry,
        ...(basis.specialCategoryGround !== undefined && { specialCategoryGround: basis.specialCategoryGround }),
        ...(basis.previewExemption !== undefined && { previewExemption: basis.previewExemption }),
      },
      legalBasisName: localised(basis.name),
      purpose: { code: row.purpose, descriptions: localised(purpose) },
      ...(paths !== undefined && { paths }),
      retention: row.retention,
      notice: row.notice,
      rule: row.rule,
      tableVersion: this.content.version,
    };
  }

  /** Identifiers of the notices that decisions name. */
  get notices(): ReadonlySet<string> {
    return new Set(this.content.rules.map((row) => row.notice));
  }
}

/**
 * @param text the YAML of a policy table
 * @throws {InvalidTable} naming every row and field that is wrong
 */
export function readPolicyTable(text: string): PolicyTable {
  return PolicyTable.of(readTable(TABLE, text, PolicyTableShape, 'rule'));
}

function rowProblems(row: RuleRow, { bases, purposes, pathSets }: PolicyTableContent): string[] {
  const problems: string[] = [];
  const problem = (field: string, reason: string) => problems.push(`rules ${row.rule}, ${field}: ${reason}`);
  const basis = bases[row.basis];
  if (basis === undefined) problem('basis', `there is no ${row.basis}`);
  else for (const reason of basisProblems(row, basis)) problem('basis', reason);
  if (purposes[row.purpose] === undefined) problem('purpose', `there is no ${row.purpose}`);
  if (row.paths !== undefined && pathSets[row.paths] === undefined) problem('paths', `there is no ${row.paths}`);
  if (row.paths === undefined && row.mode !== 'interactive') problem('paths', `${row.mode} names the paths it permits`);
  if (row.otherwise !== undefined && row.mode === 'interactive') problem('otherwise', 'interactive is the last resort');
  return problems;
}

/** A mode and the ground it stands on belong together. @see background-exchange 5.1, BG-REQ-04 */
function basisProblems({ mode }: RuleRow, { type, previewExemption }: BasisRow): string[] {
  const problems: string[] = [];
  if ((mode === 'background-consent') !== (type === 'GDPR-6-1-a')) problems.push(`${mode} does not stand on ${type}`);
  if (mode === 'background-law' && previewExemption === undefined) problems.push('no provision removes the preview');
  return problems;
}

function duplicates({ rules }: PolicyTableContent): string[] {
  const names = rules.map((row) => row.rule);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `rules ${name}: stands twice`);
}

function decidesEverything(row: RuleRow): boolean {
  return [row.procedure, row.requester, row.provider, row.evidence].every(([first]) => first === '*');
}

/** @returns English first */
function localised(texts: Texts): readonly LocalisedText[] {
  const { EN, ...others } = texts as Record<string, string> & { readonly EN: string };
  return [{ lang: 'EN', text: EN }, ...Object.entries(others).map(([lang, text]) => ({ lang, text }))];
}
