import Type from 'typebox';
import {
  Country,
  EvidenceCell,
  Instrument,
  LegalBasisTypes,
  Name,
  Paths,
  ProcedureCell,
} from '../tables/table-shapes.js';

const exact = { additionalProperties: false } as const;

/** A row of the permission table, as it is written. */
export const PermissionRow = Type.Object(
  {
    permission: Name,
    provider: Country,
    /** Names of organisations. */
    requester: Type.Array(Name, { minItems: 1, uniqueItems: true }),
    procedure: ProcedureCell,
    purpose: Name,
    evidence: EvidenceCell,
    paths: Name,
    accepts: Name,
  },
  exact,
);
export type PermissionRow = Type.Static<typeof PermissionRow>;

export const PermissionTableShape = Type.Object(
  {
    version: Type.String({ pattern: '^[^ ]+$' }),
    organisations: Type.Record(
      Type.String(),
      Type.Object({ country: Country, scheme: Instrument, value: Type.String({ minLength: 1 }) }, exact),
    ),
    acceptedBases: Type.Record(
      Type.String(),
      Type.Array(Type.Object({ type: LegalBasisTypes, instrument: Instrument }, exact), { minItems: 1 }),
    ),
    pathSets: Type.Record(Type.String(), Paths),
    permissions: Type.Array(PermissionRow),
  },
  exact,
);
export type PermissionTableContent = Type.Static<typeof PermissionTableShape>;
