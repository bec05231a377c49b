import type { ExchangeMode, PolicyDecision, PolicyTable } from '@oots/consent';
import type { DataService } from '@oots/directory';
import { EDM_2_0, EDM_BACKGROUND_0_1, type SpecificationId, SPECIFICATIONS } from '@oots/edm';
import { EVIDENCE_MODELS, type EvidenceModelName } from '@oots/evidence';
import type { CountryProfile } from '@oots/node';
import type { EmptyCell, EmptyReason, MatrixCell, PlannedCell } from './matrix-cell.js';

/** Everything that could be exchanged, sorted into what is tried and what is empty by declaration. */
export interface MatrixPlan {
  /** Directed pairs of countries. */
  readonly pairs: number;
  readonly planned: readonly PlannedCell[];
  readonly empty: readonly EmptyCell[];
}

type Address = Pick<MatrixCell, 'requester' | 'provider' | 'evidenceType'>;

/**
 * Lays out all directed pairs × evidence types × modes × versions, from what the countries tell the directories and what the
 * policy table decides. It asks no node: whether the nodes do what is declared is what the matrix is run for.
 */
export function planMatrix(profiles: readonly CountryProfile[], policy: PolicyTable): MatrixPlan {
  const evidenceTypes = Object.keys(EVIDENCE_MODELS) as EvidenceModelName[];
  const pairs = profiles.flatMap((requester) =>
    profiles
      .filter(({ country }) => country !== requester.country)
      .map((provider) => new Pair(requester, provider, requirementsByEvidence(profiles), policy)),
  );
  const cells = pairs.flatMap((pair) => evidenceTypes.flatMap((evidenceType) => pair.cellsOf(evidenceType)));
  return {
    pairs: pairs.length,
    planned: cells.filter((cell): cell is PlannedCell => !('outcome' in cell)),
    empty: cells.filter((cell) => 'outcome' in cell),
  };
}

/** The requirements that each classification proves, in any country. */
function requirementsByEvidence(profiles: readonly CountryProfile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const proved = new Map<string, Set<string>>();
  for (const { offers, evidenceTypeLists } of profiles) {
    for (const { register, service } of offers) {
      const requirements = evidenceTypeLists
        .filter(({ evidenceTypes }) => evidenceTypes.some((type) => type.classification === service.classification))
        .map(({ requirement }) => requirement);
      const known = proved.get(register.evidenceType) ?? new Set();
      proved.set(register.evidenceType, new Set([...known, ...requirements]));
    }
  }
  return proved;
}

/** One country asking another. */
class Pair {
  constructor(
    private readonly requester: CountryProfile,
    private readonly provider: CountryProfile,
    private readonly provedBy: ReadonlyMap<string, ReadonlySet<string>>,
    private readonly policy: PolicyTable,
  ) {}

  cellsOf(evidenceType: EvidenceModelName): readonly (PlannedCell | EmptyCell)[] {
    const address = { requester: this.requester.country, provider: this.provider.country, evidenceType };
    const procedures = this.proceduresAskingFor(evidenceType);
    const service = this.provider.offers.find(({ register }) => register.evidenceType === evidenceType)?.service;
    if (service === undefined) {
      return [empty(address, null, 'not-offered', `${address.provider} declares no data service for ${evidenceType}`)];
    }
    if (procedures.length === 0) {
      const because = `no procedure of ${address.requester} asks for ${evidenceType}`;
      return [empty(address, null, 'not-asked-for', because)];
    }
    return procedures.flatMap((procedure) =>
      SPECIFICATIONS.map((specification) => this.cell(address, procedure, specification, service)),
    );
  }

  private proceduresAskingFor(evidenceType: EvidenceModelName): readonly string[] {
    const proved = this.provedBy.get(evidenceType) ?? new Set();
    return this.requester.procedures
      .filter(({ requirements }) => requirements.some((requirement) => proved.has(requirement)))
      .map(({ procedure }) => procedure);
  }

  private cell(
    address: Address,
    procedure: string,
    specification: SpecificationId,
    service: DataService,
  ): PlannedCell | EmptyCell {
    const { requester: requesterCountry, provider: providerCountry, evidenceType } = address;
    const decision = this.policy.decide({ procedure, requesterCountry, providerCountry, evidenceType });
    if (!service.conformsTo.includes(specification)) {
      const because = `${providerCountry} does not announce ${specification} for ${evidenceType}`;
      return empty(address, { procedure, mode: decision.mode, specification }, 'version-not-announced', because);
    }
    const course = courseOf(decision, service);
    if (course.specification !== specification) {
      const other = { procedure, mode: modeOn(specification), specification };
      return empty(address, other, 'other-mode-by-policy', byRule(decision));
    }
    // No consent can be given yet: gap G-07.
    if (course.mode === 'background-consent') {
      return empty(address, { procedure, ...course }, 'consent-needed', byRule(decision));
    }
    return { ...address, procedure, ...course };
  }
}

/** What declaration and policy together lead to; written apart from the nodes, which are held against it. */
function courseOf(
  { mode, otherwise }: PolicyDecision,
  { conformsTo }: DataService,
): Pick<PlannedCell, 'mode' | 'specification'> {
  if (mode === 'interactive') return { mode, specification: EDM_2_0 };
  if (conformsTo.includes(EDM_BACKGROUND_0_1)) return { mode, specification: EDM_BACKGROUND_0_1 };
  return { mode: otherwise === 'interactive' ? otherwise : mode, specification: EDM_2_0 };
}

function modeOn(specification: SpecificationId): ExchangeMode {
  return specification === EDM_2_0 ? 'interactive' : 'background-law';
}

function byRule({ rule, mode }: PolicyDecision): string {
  return `policy rule ${rule} allows this as ${mode} only`;
}

function empty(
  address: Address,
  way: Pick<PlannedCell, 'procedure' | 'mode' | 'specification'> | null,
  reason: EmptyReason,
  because: string,
): EmptyCell {
  return {
    ...address,
    procedure: way?.procedure ?? null,
    mode: way?.mode ?? null,
    specification: way?.specification ?? null,
    outcome: 'empty',
    reason,
    because,
  };
}
