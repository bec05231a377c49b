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

/** Whether two spellings may be the same name: case, diacritics and transliteration aside. */
export function sameName(one: string, other: string): boolean {
  const spellings = spellingsOf(one);
  return spellingsOf(other).some((spelling) => spellings.includes(spelling));
}

/** @returns the spellings under which a name may come back from a foreign register */
function spellingsOf(name: string): readonly string[] {
  const lower = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\-–'’]+/g, ' ')
    .trim();
  const replaced = (table: Readonly<Record<string, string>>) =>
    Array.from(lower, (letter) => table[letter] ?? letter).join('');
  return [replaced(PLAIN), replaced({ ...PLAIN, ...EXPANDED })].map((spelling) =>
    spelling.normalize('NFD').replace(/\p{Diacritic}/gu, ''),
  );
}
