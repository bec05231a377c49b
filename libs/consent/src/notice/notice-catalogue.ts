/// <reference lib="es2025.intl" />
import { createHash } from 'node:crypto';
import type { LocalisedText } from '@oots/edm';
import Type from 'typebox';
import type { PolicyDecision } from '../policy/policy-decision.js';
import { InvalidTable } from '../tables/invalid-table.js';
import { readTable } from '../tables/read-table.js';
import { Texts } from '../tables/table-shapes.js';

const TABLE = 'notice catalogue';
const FALLBACK = 'EN';

/** What a text may leave open. */
const PLACEHOLDERS = ['requester', 'provider', 'purpose', 'basis', 'retention'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

const NoticeCatalogueShape = Type.Object(
  {
    notices: Type.Record(
      Type.String(),
      Type.Object({ version: Type.Integer({ minimum: 1 }), texts: Texts }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
type Notices = Type.Static<typeof NoticeCatalogueShape>['notices'];

/** The text that a person was shown or sent, and how a request names it. */
export interface RenderedNotice {
  /** Identifier with version, `residence-by-law-1`. */
  readonly identifier: string;
  /** Upper-case two-letter code. */
  readonly language: string;
  readonly text: string;
  /** `sha256:` + hex of the UTF-8 text. */
  readonly digest: string;
}

/** What a notice says beyond the decision: names in the language of the notice, as far as there are any. */
export interface NoticeFacts {
  readonly requesterName: string;
  readonly providerName: string;
}

/** The texts that inform a person. @see GDPR Art. 13, 14; background-exchange 5.7, step 2 */
export class NoticeCatalogue {
  private constructor(private readonly notices: Notices) {}

  /** @throws {InvalidTable} when a text has a placeholder that nothing fills */
  static of(notices: Notices): NoticeCatalogue {
    const problems = Object.entries(notices).flatMap(([name, { texts }]) => unknownPlaceholders(name, texts));
    if (problems.length > 0) throw new InvalidTable(TABLE, problems);
    return new NoticeCatalogue(notices);
  }

  /** Whether there is a text in any language. */
  has(notice: string): boolean {
    return Object.hasOwn(this.notices, notice);
  }

  /**
   * @param language upper-case two-letter code; English where the notice has no text in it
   * @throws {InvalidTable} when the decision names a notice that is not in the catalogue
   */
  render(decision: PolicyDecision, language: string, { requesterName, providerName }: NoticeFacts): RenderedNotice {
    const notice = this.has(decision.notice) ? this.notices[decision.notice] : undefined;
    if (notice === undefined) throw new InvalidTable(TABLE, [`notices ${decision.notice}: there is none`]);
    const texts: Readonly<Record<string, string>> = notice.texts;
    const translated = Object.hasOwn(texts, language) ? texts[language] : undefined;
    const spoken = translated === undefined ? FALLBACK : language;
    const filled: Record<Placeholder, string> = {
      requester: requesterName,
      provider: providerName,
      purpose: inLanguage(decision.purpose.descriptions, spoken),
      basis: inLanguage(decision.legalBasisName, spoken),
      retention: durationInWords(decision.retention, spoken),
    };
    const text = (translated ?? notice.texts.EN).replace(
      /\{(\w+)\}/g,
      (_, placeholder: Placeholder) => filled[placeholder],
    );
    const digest = createHash('sha256').update(text, 'utf8').digest('hex');
    return { identifier: `${decision.notice}-${notice.version}`, language: spoken, text, digest: `sha256:${digest}` };
  }
}

/**
 * @param text the YAML of a notice catalogue
 * @throws {InvalidTable} naming every notice that is wrong
 */
export function readNoticeCatalogue(text: string): NoticeCatalogue {
  return NoticeCatalogue.of(readTable(TABLE, text, NoticeCatalogueShape).notices);
}

function inLanguage(texts: readonly LocalisedText[], language: string): string {
  return (texts.find(({ lang }) => lang === language) ?? texts[0])?.text ?? '';
}

const UNITS: Readonly<Record<string, Intl.DurationFormatUnit>> = { Y: 'years', M: 'months', W: 'weeks', D: 'days' };

/** `P12M` as `12 months`. */
function durationInWords(duration: string, language: string): string {
  const amounts: Partial<Record<Intl.DurationFormatUnit, number>> = {};
  for (const [, amount, letter = ''] of duration.matchAll(/(\d+)([YMWD])/g)) {
    const unit = UNITS[letter];
    if (unit !== undefined) amounts[unit] = Number(amount);
  }
  return new Intl.DurationFormat(language.toLowerCase(), { style: 'long' }).format(amounts);
}

function unknownPlaceholders(notice: string, texts: Texts): string[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    [...text.matchAll(/\{(.*?)\}/g)]
      .filter(([, name]) => !PLACEHOLDERS.some((known) => known === name))
      .map(([placeholder]) => `notices ${notice}, texts/${language}: nothing fills ${placeholder}`),
  );
}
