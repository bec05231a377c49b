import { createHash } from 'node:crypto';
import { XmlDocument } from 'libxml2-wasm';
import { EVIDENCE_MODELS, type EvidenceModelName } from './evidence-model.js';
import { renderHumanReadable } from './human-readable.js';
import { minimise } from './minimise.js';
import { sampleEvidence } from './testing/index.js';

const MODELS = Object.keys(EVIDENCE_MODELS) as EvidenceModelName[];
const drawn = (document: Parameters<typeof renderHumanReadable>[0]) =>
  Buffer.from(renderHumanReadable(document, 'EN').content).toString('utf8');

describe('the human-readable version of residence', () => {
  const residence = sampleEvidence('residence');

  it('shows title, provider, time, labels and values', () => {
    const text = drawn(residence);
    for (const shown of [
      'Registered residence',
      'Siseministeerium',
      '2026-11-18T08:03:11.000Z',
      'Family name',
      'Tamm',
      'Sadama 3-5, 10111 Tallinn',
    ]) {
      expect(text).toContain(shown);
    }
  });

  it('shows nothing that was not released', () => {
    const text = drawn(minimise(residence, ['/residence/startDate']).document);
    expect(text).toContain('2024-03-01');
    expect(text).not.toMatch(/Tamm|Sadama|60001019906/);
  });

  it('is the same for the same document, with its digest', () => {
    const version = renderHumanReadable(residence, 'FI');
    expect(version).toEqual(renderHumanReadable(residence, 'FI'));
    expect(version).toMatchObject({
      mediaType: 'image/svg+xml',
      language: 'EN',
      digest: `sha256:${createHash('sha256').update(version.content).digest('hex')}`,
    });
  });

  it('keeps markup and control characters of a value from becoming part of the drawing', () => {
    const text = drawn({
      ...residence,
      subject: { familyName: '</text><script>alert(1)</script>&\u0000\u0007', givenName: '"Zoë"' },
    });
    expect(text).toContain('&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;<');
    expect(text).not.toContain('<script>');
    XmlDocument.fromString(text).dispose();
  });

  it('continues a long value on further lines', () => {
    const text = drawn({ ...residence, subject: { familyName: 'Very '.repeat(30).trim() } });
    expect(text.match(/class="value">Very/g)?.length).toBeGreaterThan(2);
  });
});

describe.each(MODELS.map((model) => [model]))('the human-readable version of %s', (model) => {
  it('is well-formed and shows every value', () => {
    const document = sampleEvidence(model);
    const text = drawn(document);
    XmlDocument.fromString(text).dispose();
    expect(text).toContain(`<title>${EVIDENCE_MODELS[model].title}</title>`);
  });
});
