import { createHash } from 'node:crypto';
import { type EvidenceDocument } from './envelope.js';
import { EVIDENCE_MODELS, isEvidenceModelName } from './evidence-model.js';
import { fieldAt } from './field-catalogue.js';
import { pathsOf, segmentsOf } from './paths.js';

/** An evidence as a person reads it. */
export interface HumanReadableVersion {
  /** Code of the OOTSMediaTypes list. */
  readonly mediaType: 'image/svg+xml';
  /** UTF-8. */
  readonly content: Uint8Array;
  /** Upper-case code of the language of the labels; values stay as the register spells them. */
  readonly language: string;
  /** `sha256:` and the hexadecimal digest of `content`, as the envelope's `humanReadable` carries it. */
  readonly digest: string;
}

const LABEL_LANGUAGE = 'EN';
const WIDTH = 800;
const LINE = 22;
const MARGIN = 40;
const VALUE_COLUMN = 380;
/** Characters of a value that fit beside its label; longer ones continue on the next line. */
const VALUE_WIDTH = 48;

/**
 * Draws an evidence, whole or minimised, as one page of labels and values. The same document always gives the same bytes.
 *
 * SVG, because a PDF with an embedded font takes about 20 ms a piece and the exchange has to stay below 30 ms.
 *
 * @param _language wished for; labels exist in English: gap G-21
 */
export function renderHumanReadable(
  document: EvidenceDocument,
  _language: string = LABEL_LANGUAGE,
): HumanReadableVersion {
  const content = Buffer.from(drawing(document), 'utf8');
  return {
    mediaType: 'image/svg+xml',
    content,
    language: LABEL_LANGUAGE,
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
  };
}

interface Row {
  readonly group: string;
  readonly label: string;
  readonly value: string;
}

function drawing(document: EvidenceDocument): string {
  const type = textOf(document['evidenceType']);
  const title = isEvidenceModelName(type) ? EVIDENCE_MODELS[type].title : type;
  const lines: string[] = [];
  let y = MARGIN + LINE;
  const put = (x: number, style: string, text: string) => {
    lines.push(`<text x="${x}" y="${y}" class="${style}">${escaped(text)}</text>`);
  };

  put(MARGIN, 'title', title);
  y += LINE;
  put(MARGIN, 'source', sourceOf(document));
  let group = '';
  for (const row of rowsOf(document)) {
    if (row.group !== group) {
      group = row.group;
      y += LINE * 1.5;
      put(MARGIN, 'group', group);
    }
    y += LINE;
    put(MARGIN + 10, 'label', row.label);
    wrapped(row.value).forEach((part, index) => {
      if (index > 0) y += LINE;
      put(VALUE_COLUMN, 'value', part);
    });
  }
  y += MARGIN;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" role="document">`,
    `<title>${escaped(title)}</title>`,
    '<style>text{font:15px sans-serif}.title{font:bold 22px sans-serif}.group{font-weight:bold}.source,.label{fill:#555}</style>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

function sourceOf(document: EvidenceDocument): string {
  const provider = document['provider'] as { readonly name?: string } | undefined;
  return [provider?.name, textOf(document['issuedAt'])].filter(Boolean).join(' · ');
}

function rowsOf(document: EvidenceDocument): readonly Row[] {
  const type = textOf(document['evidenceType']);
  return pathsOf(document).map((path) => {
    const segments = segmentsOf(path);
    const field = isEvidenceModelName(type) ? fieldAt(type, path) : undefined;
    const ordinals = segments.filter((segment) => /^\d+$/.test(segment)).map((segment) => Number(segment) + 1);
    return {
      group: [...(field?.groups ?? [segments[0] ?? '']), ...ordinals.slice(0, 1)].join(' – '),
      label: field?.label ?? segments.at(-1) ?? '',
      value: shown(segments.reduce<unknown>((value, segment) => (value as Record<string, unknown>)[segment], document)),
    };
  });
}

function shown(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function wrapped(value: string): readonly string[] {
  const lines: string[] = [];
  for (const word of value.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < VALUE_WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  // Characters that XML 1.0 cannot carry at all would make the drawing unreadable.

  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
