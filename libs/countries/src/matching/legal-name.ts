import type { LegalNameFinding } from './matching-policy.js';
import { compareNames } from './name-comparison.js';
import { foldedName, spellingsOf } from './name-folding.js';

/** Legal forms of the six countries: what is written short, and what that stands for. */
const LEGAL_FORMS: Readonly<Record<string, readonly string[]>> = {
  oü: ['osaühing'],
  as: ['aktsiaselts', 'aksjeselskap', 'akciju sabiedrība'],
  oy: ['osakeyhtiö'],
  oyj: ['julkinen osakeyhtiö'],
  ab: ['aktiebolag', 'akcinė bendrovė'],
  hb: ['handelsbolag'],
  ans: ['ansvarlig selskap'],
  sia: ['sabiedrība ar ierobežotu atbildību'],
  uab: ['uždaroji akcinė bendrovė'],
};

/** Every spelling of every form, longest first: `julkinen osakeyhtiö` ends in another form's name. */
const WRITINGS = Object.entries(LEGAL_FORMS)
  .flatMap(([short, long]) =>
    [short, ...long].flatMap((form) =>
      [...new Set([foldedName(form), ...spellingsOf(form)])].map((written) => ({ short, written })),
    ),
  )
  .sort((one, other) => other.written.length - one.written.length);

interface LegalName {
  /** Folded, without quotation marks and punctuation. */
  readonly written: string;
  /** The part that is the company's own. */
  readonly own: string;
  /** Short writing of the legal form; undefined when the name carries none. */
  readonly form?: string;
}

/**
 * Compares two legal names as two registers may write them.
 *
 * @returns `form-differs-in-writing` when the company's own name fits and the legal form stands elsewhere, is spelled out or
 * left out; two different forms are two different companies
 */
export function compareLegalNames(claimed: string, registered: string): LegalNameFinding {
  const [claim, entry] = [partsOf(claimed), partsOf(registered)];
  if (claim.written === entry.written) return 'same';
  if (claim.form !== undefined && entry.form !== undefined && claim.form !== entry.form) return 'different';
  const own = compareNames(claim.own, entry.own);
  if (own === 'same' || own === 'transliterated') {
    return spellingsOf(claim.written).some((spelling) => spellingsOf(entry.written).includes(spelling))
      ? 'transliterated'
      : 'form-differs-in-writing';
  }
  return own === 'misspelt' && claim.form === entry.form ? 'misspelt' : 'different';
}

/** @returns the name without its legal form */
export function ownPartOf(name: string): string {
  return partsOf(name).own;
}

/** @param form short writing, in any case */
export function spelledOutForms(form: string): readonly string[] {
  return LEGAL_FORMS[form.toLowerCase()] ?? [];
}

function partsOf(name: string): LegalName {
  const written = foldedName(name.replace(/["“”„«».,()]/g, ' '));
  for (const { short: form, written: spelling } of WRITINGS) {
    if (written.endsWith(` ${spelling}`)) return { written, own: written.slice(0, -spelling.length).trim(), form };
    if (written.startsWith(`${spelling} `)) return { written, own: written.slice(spelling.length).trim(), form };
  }
  return { written, own: written };
}
