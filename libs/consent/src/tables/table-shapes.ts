import Type from 'typebox';

/** What the cells of the tables look like. */

export const Name = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]*$' });

/** One text per upper-case language code, English always among them. */
export const Texts = Type.Intersect([
  Type.Object({ EN: Type.String({ minLength: 2 }) }),
  Type.Record(Type.String({ pattern: '^[A-Z]{2}$' }), Type.String({ minLength: 2 })),
]);
export type Texts = Type.Static<typeof Texts>;

/** A list of codes, or the wildcard alone. */
const cell = (code: string) =>
  Type.Union([
    Type.Tuple([Type.Literal('*')]),
    Type.Array(Type.String({ pattern: code }), { minItems: 1, uniqueItems: true }),
  ]);

export const Country = Type.String({ pattern: '^[A-Z]{2}$' });
export const CountryCell = cell('^[A-Z]{2}$');
export const ProcedureCell = cell('^[A-Z0-9]{2}$');
export const EvidenceCell = cell('^[a-z]+(-[a-z]+)*$');

/** JSON Pointers, in which `*` stands for one segment. */
export const Paths = Type.Array(Type.String({ pattern: '^(/[^/ ]+)+$' }), { minItems: 1, uniqueItems: true });

/** ISO 8601, of years, months, weeks and days. */
export const Duration = Type.String({ pattern: '^P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?$' });

export const LegalBasisTypes = Type.Union([
  Type.Literal('GDPR-6-1-a'),
  Type.Literal('GDPR-6-1-c'),
  Type.Literal('GDPR-6-1-e'),
]);

/** Ground of GDPR Article 9(2). */
export const SpecialCategoryGround = Type.String({ pattern: '^GDPR-9-2-[a-j]$' });

/** A URI without spaces. */
export const Instrument = Type.String({ pattern: '^[a-z][a-z0-9+.-]*:[^ ]+$' });

/** Provisions without spaces, `14(4),14(7)`. */
export const Article = Type.String({ pattern: '^[^ ]+$' });
