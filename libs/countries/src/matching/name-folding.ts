/** Letters that travel documents spell with two. @see ICAO Doc 9303-3, section 6 A */
const EXPANDED: Readonly<Record<string, string>> = {
  å: 'aa',
  ä: 'ae',
  æ: 'ae',
  ö: 'oe',
  ø: 'oe',
  õ: 'o',
  ü: 'ue',
  ß: 'ss',
  þ: 'th',
};

/** Letters whose stroke or ring no Unicode decomposition takes off. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', þ: 'th', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };

/** The words of a name as they are compared: one composition, lower case, hyphens and apostrophes as blanks. */
export function foldedName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\-–'’]+/g, ' ')
    .trim();
}

/** @returns the spellings without diacritics under which a name may come back from a foreign register */
export function spellingsOf(name: string): readonly string[] {
  const folded = foldedName(name);
  return [PLAIN, { ...PLAIN, ...EXPANDED }].map((letters) => withoutDiacritics(replaced(folded, letters)));
}

/** The spelling in a travel document's machine-readable zone, `MAEKINEN`. */
export function travelDocumentSpelling(name: string): string {
  return withoutDiacritics(replaced(foldedName(name), { ...PLAIN, ...EXPANDED })).toUpperCase();
}

function replaced(name: string, letters: Readonly<Record<string, string>>): string {
  return Array.from(name, (letter) => letters[letter] ?? letter).join('');
}

function withoutDiacritics(name: string): string {
  return name.normalize('NFD').replace(/\p{Diacritic}/gu, '');
}
