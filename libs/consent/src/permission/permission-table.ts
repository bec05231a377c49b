import { covers } from '@oots/evidence';
import type { Permission } from '../records/permission.js';
import { InvalidTable } from '../tables/invalid-table.js';
import { readTable } from '../tables/read-table.js';
import { intersectionOf } from './path-intersection.js';
import type { PermissionDecision, PermissionQuestion } from './permission-decision.js';
import { PermissionTableShape } from './permission-table-shape.js';
import type { PermissionRow, PermissionTableContent } from './permission-table-shape.js';

const TABLE = 'permission table';

/** What providers let requesters have. Nothing, unless a permission says so. */
export class PermissionTable {
  private constructor(
    /** What decisions name. */
    readonly version: string,
    readonly permissions: readonly Permission[],
  ) {}

  /** @throws {InvalidTable} when rows name what is not there, or two permissions answer one question */
  static of(content: PermissionTableContent): PermissionTable {
    const problems = content.permissions.flatMap((row) => rowProblems(row, content));
    if (problems.length > 0) throw new InvalidTable(TABLE, problems);
    const permissions = content.permissions.flatMap((row) => permissionsOf(row, content));
    const conflicts = conflictsAmong(permissions);
    if (conflicts.length > 0) throw new InvalidTable(TABLE, conflicts);
    return new PermissionTable(content.version, permissions);
  }

  /**
   * Decides field by field: what is not covered is left out and reported, not a reason to refuse everything. A requested path
   * that is no JSON Pointer is covered by nothing.
   */
  check(question: PermissionQuestion): PermissionDecision {
    const tableVersion = this.version;
    const permission = this.permissions.find((candidate) => answers(candidate, question));
    if (permission === undefined) return { outcome: 'refused', reason: 'purpose-not-permitted', tableVersion };
    const rule = permission.identifier;
    if (!acceptsBasis(permission, question)) {
      return { outcome: 'refused', reason: 'legal-basis-not-accepted', rule, tableVersion };
    }
    const requested = question.requestedPaths ?? permission.paths;
    const granted = grantedOf(requested.filter(isPointer), permission.paths);
    if (granted.length === 0) return { outcome: 'refused', reason: 'purpose-not-permitted', rule, tableVersion };
    const omitted = requested.filter((path) => !isPointer(path) || !covers(permission.paths, path));
    return { outcome: 'granted', rule, tableVersion, granted, omitted };
  }
}

/**
 * @param text the YAML of a permission table
 * @throws {InvalidTable} naming every row and field that is wrong
 */
export function readPermissionTable(text: string): PermissionTable {
  return PermissionTable.of(readTable(TABLE, text, PermissionTableShape, 'permission'));
}

function answers(permission: Permission, question: PermissionQuestion): boolean {
  const { organisation, country } = permission.requester;
  return (
    permission.providerCountry === question.providerCountry &&
    country === question.requester.country &&
    organisation.scheme === question.requester.organisation.scheme &&
    organisation.value === question.requester.organisation.value &&
    permission.procedures.includes(question.procedure) &&
    permission.purpose === question.purpose &&
    permission.evidenceType === question.evidenceType
  );
}

/** The basis is declared by the requester and is of the requester's law; whether it suffices is the provider's to say. */
function acceptsBasis({ acceptedBases }: Permission, { legalBasis, requester }: PermissionQuestion): boolean {
  if (legalBasis.memberState !== requester.country) return false;
  return acceptedBases.some(({ type, instrument }) => type === legalBasis.type && instrument === legalBasis.instrument);
}

/** Requested paths are foreign. @see RFC 6901, 3 */
function isPointer(path: string): boolean {
  return path.startsWith('/') && !/~(?![01])/.test(path);
}

function grantedOf(requested: readonly string[], permitted: readonly string[]): readonly string[] {
  const shared = requested.flatMap((path) =>
    permitted.map((pattern) => intersectionOf(path, pattern)).filter((both) => both !== undefined),
  );
  return [...new Set(shared)];
}

function rowProblems(row: PermissionRow, { organisations, acceptedBases, pathSets }: PermissionTableContent): string[] {
  const problems: string[] = [];
  const problem = (field: string, reason: string) =>
    problems.push(`permissions ${row.permission}, ${field}: ${reason}`);
  for (const name of row.requester) {
    const organisation = organisations[name];
    if (organisation === undefined) problem('requester', `there is no ${name}`);
    else if (organisation.country === row.provider) problem('requester', `${name} is of the provider's own country`);
  }
  if (acceptedBases[row.accepts] === undefined) problem('accepts', `there is no ${row.accepts}`);
  if (pathSets[row.paths] === undefined) problem('paths', `there is no ${row.paths}`);
  for (const [field, [first]] of Object.entries({ procedure: row.procedure, evidence: row.evidence })) {
    if (first === '*') problem(field, 'a permission has no wildcard');
  }
  return problems;
}

function permissionsOf(
  row: PermissionRow,
  { organisations, acceptedBases, pathSets }: PermissionTableContent,
): Permission[] {
  return row.requester.flatMap((name) =>
    row.evidence.flatMap((evidenceType) => {
      const organisation = organisations[name];
      if (organisation === undefined) return [];
      return {
        identifier: row.permission,
        providerCountry: row.provider,
        requester: {
          country: organisation.country,
          organisation: { scheme: organisation.scheme, value: organisation.value },
        },
        procedures: row.procedure,
        purpose: row.purpose,
        evidenceType,
        paths: pathSets[row.paths] ?? [],
        acceptedBases: acceptedBases[row.accepts] ?? [],
      };
    }),
  );
}

function conflictsAmong(permissions: readonly Permission[]): string[] {
  const taken = new Map<string, string>();
  const conflicts: string[] = [];
  for (const permission of permissions) {
    for (const procedure of permission.procedures) {
      const { country, organisation } = permission.requester;
      const question = [permission.providerCountry, country, organisation.scheme, organisation.value, procedure];
      const key = [...question, permission.purpose, permission.evidenceType].join(' ');
      const other = taken.get(key);
      if (other !== undefined) conflicts.push(`permissions ${other} and ${permission.identifier} both decide ${key}`);
      taken.set(key, permission.identifier);
    }
  }
  return conflicts;
}
