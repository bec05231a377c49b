import { isEvidenceModelName, modelKnows } from '@oots/evidence';
import { FORMS, formOf } from '../form-catalogue.js';
import { patternOf } from '../mapping/select.js';
import { TRANSFORMS } from '../transforms/index.js';

describe.each(FORMS.map((form) => [form.definition.identifier, form] as const))(
  'given the form %s',
  (identifier, form) => {
    const { definition, mappings } = form;
    const rows = mappings.flatMap((table) => table.rows.map((row) => ({ table, row })));

    it('then it is found by its identifier, and its fields have names of their own', () => {
      expect(formOf(identifier)).toBe(form);
      expect(new Set(definition.fields.map(({ name }) => name)).size).toBe(definition.fields.length);
    });

    it('then every field has an English title, and every choice a label', () => {
      for (const { titles, schema, ui } of definition.fields) {
        expect(titles.map(({ lang }) => lang)).toContain('EN');
        if (schema.type === 'string' && schema.enum !== undefined) {
          expect(Object.keys(ui.choices ?? {}).sort()).toEqual([...schema.enum].sort());
        }
      }
    });

    it('then its mapping tables are for it, one for each evidence', () => {
      expect(mappings.map((table) => table.form)).toEqual(mappings.map(() => identifier));
      expect(new Set(mappings.map(({ evidenceType }) => evidenceType)).size).toBe(mappings.length);
    });

    it('then every mapping fills a field of the form from a path of the evidence by a known transform', () => {
      for (const { table, row } of rows) {
        const field = definition.fields.find(({ name }) => name === row.field);
        if (!isEvidenceModelName(table.evidenceType)) throw new Error(`${table.evidenceType} is no evidence`);
        expect(Object.keys(row.columns ?? {})).toEqual(
          field?.schema.type === 'array' ? Object.keys(field.schema.items) : [],
        );
        for (const { path, transform } of row.from) {
          expect({ path, known: modelKnows(table.evidenceType, patternOf(path)) }).toEqual({ path, known: true });
          expect(Object.keys(TRANSFORMS)).toContain(transform);
          for (const column of Object.values(row.columns ?? {})) {
            const below = `${patternOf(path)}${column.path}`;
            expect({ below, known: modelKnows(table.evidenceType, below) }).toEqual({ below, known: true });
          }
        }
      }
    });
  },
);

it('given a form that there is not, then it is not found', () => {
  expect(formOf('constructor')).toBeUndefined();
});
