import { Ajv2020 } from 'ajv/dist/2020.js';
import { evidenceIdOf } from './envelope.js';
import { EVIDENCE_MODELS, type EvidenceModelName, modelConformingTo } from './evidence-model.js';
import { jsonSchemaOf, minimisedJsonSchemaOf } from './json-schema.js';
import { sampleEvidence } from './testing/index.js';
import { validateEvidence, validateMinimisedEvidence } from './validate-evidence.js';

const MODELS = Object.keys(EVIDENCE_MODELS) as EvidenceModelName[];

describe.each(MODELS.map((model) => [model]))('an evidence of %s', (model) => {
  const sample = sampleEvidence(model);

  it('conforms to its model', () => {
    expect(validateEvidence(sample)).toEqual([]);
    expect(validateMinimisedEvidence(sample)).toEqual([]);
  });

  it('may not carry anything undeclared, at the top or inside', () => {
    expect(validateEvidence({ ...sample, restrictions: 'none' })).toEqual([
      { path: '', rule: 'additionalProperties', detail: 'must NOT have additional properties' },
    ]);
    const [group = ''] = Object.keys(EVIDENCE_MODELS[model].body.properties);
    const inside = { ...sample, [group]: { ...(sample[group] as object), remark: 'x' } };
    if (!Array.isArray(sample[group])) {
      expect(validateEvidence(inside)).toContainEqual(
        expect.objectContaining({ path: `/${group}`, rule: 'additionalProperties' }),
      );
    }
  });

  it.each(['$schema', 'evidenceId', 'evidenceTypeClassification', 'issuedAt', 'provider', 'provisional', 'language'])(
    'needs %s in its envelope, minimised or not',
    (element) => {
      const { [element]: _removed, ...rest } = sample;
      for (const validate of [validateEvidence, validateMinimisedEvidence]) {
        expect(validate(rest)).toContainEqual(expect.objectContaining({ rule: 'required', path: '' }));
      }
    },
  );

  it('needs its body, unless it was minimised', () => {
    const [group = ''] = Object.keys(EVIDENCE_MODELS[model].body.properties);
    const { [group]: _removed, ...rest } = sample;
    expect(validateEvidence(rest)).not.toEqual([]);
    expect(validateMinimisedEvidence(rest)).toEqual([]);
  });

  it('names its model by one schema and one Semantic Repository URL', () => {
    const { conformsTo, schemaId } = EVIDENCE_MODELS[model];
    expect(conformsTo).toBe(`https://sr.oots.tech.ec.europa.eu/datamodels/${model}-1.0.0`);
    expect(modelConformingTo(conformsTo)?.name).toBe(model);
    expect(sample['$schema']).toBe(schemaId);
    expect(jsonSchemaOf(model)['$id']).toBe(schemaId);
  });

  it('has a schema that is itself valid by draft 2020-12', () => {
    const ajv = new Ajv2020({ strict: false });
    expect(ajv.validateSchema(jsonSchemaOf(model))).toBe(true);
    expect(ajv.validateSchema(minimisedJsonSchemaOf(model))).toBe(true);
  });
});

describe('what is no evidence', () => {
  it.each([
    ['null', null],
    ['a text', 'residence'],
    ['an object without a model', {}],
    ['an unknown model', { evidenceType: 'tax-debt' }],
    ['a name that every object has', { evidenceType: 'toString' }],
    ['an inherited model', Object.create({ evidenceType: 'residence' })],
  ])('names no known model: %s', (_what, document: unknown) => {
    expect(validateEvidence(document)).toEqual([
      { path: '/evidenceType', rule: 'model', detail: 'names no known evidence model' },
    ]);
  });

  it('is reported by place and rule, never by value', () => {
    const residence = sampleEvidence('residence');
    const problems = validateEvidence({
      ...residence,
      subject: { ...(residence['subject'] as object), dateOfBirth: '1.1.2000', sex: 'secret-value', familyName: '' },
    });
    expect(problems.map(({ path, rule }) => [path, rule])).toEqual(
      expect.arrayContaining([
        ['/subject/dateOfBirth', 'pattern'],
        ['/subject/sex', 'enum'],
        ['/subject/familyName', 'minLength'],
      ]),
    );
    expect(JSON.stringify(problems)).not.toMatch(/secret-value|1\.1\.2000/);
  });

  it('cannot be made of another schema version or a date the calendar has not', () => {
    const residence = sampleEvidence('residence');
    expect(validateEvidence({ ...residence, $schema: 'urn:nb-oots2:evidence:residence:2.0' })).not.toEqual([]);
    expect(validateEvidence({ ...residence, validFrom: '2024-02-30' })).not.toEqual([]);
  });
});

describe('the identifier of an evidence', () => {
  const residence = sampleEvidence('residence');

  it('is the same for the same content at another time and in another order', () => {
    const later = sampleEvidence('residence', { issuedAt: new Date('2027-01-01T00:00:00Z') });
    expect(later['evidenceId']).toBe(residence['evidenceId']);
    const turned = Object.fromEntries(Object.entries(residence).reverse());
    expect(evidenceIdOf(turned)).toBe(residence['evidenceId']);
  });

  it('is another for other content or another provider', () => {
    const moved = { ...residence, residence: { ...(residence['residence'] as object), startDate: '2024-03-02' } };
    expect(evidenceIdOf(moved)).not.toBe(residence['evidenceId']);
    const provider = { scheme: '0191', id: '70000349', name: 'Maksu- ja Tolliamet' };
    expect(sampleEvidence('residence', { provider })['evidenceId']).not.toBe(residence['evidenceId']);
  });

  it('is a name-based UUID', () => {
    expect(residence['evidenceId']).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
