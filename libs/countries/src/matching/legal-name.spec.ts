import { compareLegalNames } from './legal-name.js';

describe('two writings of a legal name', () => {
  it.each([
    ['Näide OÜ', 'NÄIDE OÜ', 'same'],
    ['UAB "Linų Laukas"', 'UAB „Linų Laukas“', 'same'],
    ['Näide OÜ', 'Naide OU', 'transliterated'],
    ['SIA "Ziemeļi"', 'SIA Ziemeli', 'transliterated'],
    ['Näide OÜ', 'OÜ Näide', 'form-differs-in-writing'],
    ['Näide OÜ', 'Naide osauhing', 'form-differs-in-writing'],
    ['Näide OÜ', 'Näide', 'form-differs-in-writing'],
    ['Lumikko Oyj', 'Lumikko julkinen osakeyhtiö', 'form-differs-in-writing'],
    ['Norrsken AB', 'Aktiebolag Norrsken', 'form-differs-in-writing'],
    ['UAB "Šiaurys"', 'uždaroji akcinė bendrovė Šiaurys', 'form-differs-in-writing'],
    ['Meretuul OÜ', 'Meretul OÜ', 'misspelt'],
    ['Meretuul OÜ', 'Meretul', 'different'],
    ['Meretuul OÜ', 'Meretuul AS', 'different'],
    ['Lumikko Oy', 'Lumikko Oyj', 'different'],
    ['Nordvind AS', 'Nordvind Transport AS', 'different'],
    ['Meretuul OÜ', 'Põhjarannik OÜ', 'different'],
  ])('%s and %s are %s, either way round', (one, other, relation) => {
    expect(compareLegalNames(one, other)).toBe(relation);
    expect(compareLegalNames(other, one)).toBe(relation);
  });
});
