import { isProcedure, OOTS_COUNTRIES } from '@oots/edm/code-lists';
import type { CountryDeclarations, EvidenceTypeList } from '../declaration.js';
import { DirectoryRefusal } from '../directory-error.js';
import { COMMON_SERVICES_1_0, type CommonServicesVersion } from './common-services-version.js';
import type { DirectoryAnswer, RequirementRecord } from './directory-answer.js';
import { requireOwn } from './own-declarations.js';
import { QueryParameters } from './query-parameters.js';
import { referenceFramework } from './reference-framework.js';

/** Which requirements a procedure asks for. @see TDD 3.2.4 */
export const REQUIREMENTS_QUERY = 'urn:fdc:oots:eb:ebxml-regrep:queries:requirements-by-procedure-and-jurisdiction';
/** Which evidence types prove a requirement. @see TDD 3.2.4 */
export const EVIDENCE_TYPES_QUERY =
  'urn:fdc:oots:eb:ebxml-regrep:queries:evidence-types-by-requirement-and-jurisdiction';

/** Finer than a country; 1.x only. */
const JURISDICTION_LEVELS = ['jurisdiction-admin-l2', 'jurisdiction-admin-l3'];

/** Answers for all countries together which evidence proves what. Pure: the same declarations and question, the same answer. */
export class EvidenceBroker {
  private readonly records: readonly RequirementRecord[];

  /** @throws {RangeError} when a country declares what only another may declare */
  constructor(declarations: readonly CountryDeclarations[]) {
    for (const declaration of declarations) requireOwn(declaration);
    this.records = requirementRecords(declarations);
  }

  /**
   * @param parameters of the request's query string, `queryId` included
   * @throws {DirectoryRefusal} `EB:ERR:0001` to `EB:ERR:0007`
   */
  answer(parameters: Iterable<readonly [string, string]>, version: CommonServicesVersion): DirectoryAnswer {
    const query = QueryParameters.of(parameters, 'EB:ERR:0003');
    switch (query.required('queryId')) {
      case REQUIREMENTS_QUERY:
        return this.requirements(query, version);
      case EVIDENCE_TYPES_QUERY:
        return this.evidenceTypes(query, version);
      default:
        throw new DirectoryRefusal('EB:ERR:0007', 'queryId');
    }
  }

  private requirements(query: QueryParameters, version: CommonServicesVersion): DirectoryAnswer {
    requireKnownParameters(query, ['procedure-id', 'country-code', 'return-incomplete'], version);
    const procedure = knownProcedure(query.optional('procedure-id'));
    const country = knownCountry(query.optional('country-code'));
    const withoutEvidenceToo = query.flag('return-incomplete');

    const found = this.records
      .filter(({ evidenceTypeLists }) => withoutEvidenceToo || evidenceTypeLists.length > 0)
      .map((record) => ({
        ...record,
        frameworks: record.frameworks.filter(
          (framework) =>
            (procedure === undefined || framework.procedure === procedure) &&
            (country === undefined || framework.country === country),
        ),
        evidenceTypeLists: [],
      }))
      .filter(({ frameworks }) => frameworks.length > 0);
    return { kind: 'requirements', requirements: nonEmpty(found) };
  }

  private evidenceTypes(query: QueryParameters, version: CommonServicesVersion): DirectoryAnswer {
    requireKnownParameters(query, ['requirement-id', 'country-code'], version);
    const identifier = query.required('requirement-id');
    const country = knownCountry(query.optional('country-code'));

    const record = this.records.find(({ requirement }) => requirement.identifier === identifier);
    if (record === undefined) throw new DirectoryRefusal('EB:ERR:0002', 'requirement-id');
    const evidenceTypeLists = record.evidenceTypeLists.filter(
      (list) => country === undefined || list.country === country,
    );
    return { kind: 'requirements', requirements: [{ ...record, evidenceTypeLists: nonEmpty(evidenceTypeLists) }] };
  }
}

function requireKnownParameters(
  query: QueryParameters,
  known: readonly string[],
  version: CommonServicesVersion,
): void {
  const levels = version === COMMON_SERVICES_1_0 ? JURISDICTION_LEVELS : [];
  query.only(['queryId', ...known, ...levels]);
  // Everything declared here holds for a whole country, so no finer level exists.
  const level = levels.find((name) => query.optional(name) !== undefined);
  if (level !== undefined) throw new DirectoryRefusal('EB:ERR:0004', level);
}

function knownProcedure(code: string | undefined): string | undefined {
  if (code !== undefined && !isProcedure(code)) throw new DirectoryRefusal('EB:ERR:0005', 'procedure-id');
  return code;
}

function knownCountry(code: string | undefined): string | undefined {
  if (code !== undefined && !OOTS_COUNTRIES.has(code)) throw new DirectoryRefusal('EB:ERR:0006', 'country-code');
  return code;
}

function nonEmpty<T>(found: readonly T[]): readonly T[] {
  if (found.length === 0) throw new DirectoryRefusal('EB:ERR:0001', 'EMPTY_RESULT');
  return found;
}

/** Several countries ask for one requirement: its identifier makes it one, the first to declare it names it. */
function requirementRecords(declarations: readonly CountryDeclarations[]): RequirementRecord[] {
  const lists: readonly EvidenceTypeList[] = declarations.flatMap(({ evidenceTypeLists }) => evidenceTypeLists);
  const records = new Map<string, RequirementRecord>();
  for (const { country, requirements } of declarations) {
    for (const requirement of requirements) {
      const { identifier, names } = requirement;
      const known = records.get(identifier) ?? {
        requirement: { identifier, names },
        frameworks: [],
        evidenceTypeLists: lists.filter((list) => list.requirement === identifier),
      };
      const added = requirement.procedures.map((procedure) => referenceFramework(identifier, procedure, country));
      records.set(identifier, { ...known, frameworks: [...known.frameworks, ...added] });
    }
  }
  return [...records.values()];
}
