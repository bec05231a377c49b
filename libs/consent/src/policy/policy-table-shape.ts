import Type from 'typebox';
import {
  Article,
  CountryCell,
  Duration,
  EvidenceCell,
  Instrument,
  LegalBasisTypes,
  Name,
  Paths,
  ProcedureCell,
  SpecialCategoryGround,
  Texts,
} from '../tables/table-shapes.js';

const exact = { additionalProperties: false } as const;

/** A row of the policy table, as it is written. */
export const RuleRow = Type.Object(
  {
    rule: Name,
    /** For the reader: why the rule is there. */
    because: Type.String({ minLength: 1 }),
    procedure: ProcedureCell,
    requester: CountryCell,
    provider: CountryCell,
    evidence: EvidenceCell,
    mode: Type.Union([Type.Literal('interactive'), Type.Literal('background-law'), Type.Literal('background-consent')]),
    /**
     * For a background mode, with a provider that does not speak the background profile: ask in plain 2.0 without a preview,
     * or ask as OOTS does. Without it the latter. @see background-exchange 5
     */
    otherwise: Type.Optional(Type.Union([Type.Literal('plain-without-preview'), Type.Literal('interactive')])),
    basis: Name,
    purpose: Name,
    /** Name of a path set; without one the whole evidence. */
    paths: Type.Optional(Name),
    retention: Duration,
    notice: Name,
  },
  exact,
);
export type RuleRow = Type.Static<typeof RuleRow>;

export const BasisRow = Type.Object(
  {
    name: Texts,
    type: LegalBasisTypes,
    instrument: Instrument,
    article: Article,
    specialCategoryGround: Type.Optional(SpecialCategoryGround),
    previewExemption: Type.Optional(Article),
  },
  exact,
);
export type BasisRow = Type.Static<typeof BasisRow>;

/** The file as a whole. */
export const PolicyTableShape = Type.Object(
  {
    version: Type.String({ pattern: '^[^ ]+$' }),
    bases: Type.Record(Type.String(), BasisRow),
    purposes: Type.Record(Type.String(), Texts),
    pathSets: Type.Record(Type.String(), Paths),
    rules: Type.Array(RuleRow, { minItems: 1 }),
  },
  exact,
);
export type PolicyTableContent = Type.Static<typeof PolicyTableShape>;
