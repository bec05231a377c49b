import { compareNames } from './name-comparison.js';

describe('two spellings of a name', () => {
  it.each([
    ['Tamm', 'TAMM', 'same'],
    ['Anna-Liisa', 'anna liisa', 'same'],
    ['Näide', 'Na\u0308ide', 'same'],
    ['O’Brien', "O'Brien", 'same'],
    ['Petrauskaitė', 'PETRAUSKAITE', 'transliterated'],
    ['Mäkinen', 'Maekinen', 'transliterated'],
    ['Mäkinen', 'Makinen', 'transliterated'],
    ['Ødegård', 'Oedegaard', 'transliterated'],
    ['Ødegård', 'Odegard', 'transliterated'],
    ['Kalniņa', 'Kalnina', 'transliterated'],
    ['Õunapuu', 'Ounapuu', 'transliterated'],
    ['Anna', 'Anna Liisa', 'part'],
    ['Žemaitė-Kazlauskienė', 'Zemaite', 'part'],
    ['Virtanen', 'Virtannen', 'misspelt'],
    ['Virtanen', 'Virtaen', 'misspelt'],
    ['Virtanen', 'Vitranen', 'misspelt'],
    ['Virtanen', 'Virtamen', 'misspelt'],
    ['Mägi', 'Magu', 'misspelt'],
    ['Virtanen', 'Vitarnen', 'different'],
    ['Tamm', 'Tam', 'different'],
    ['Oja', 'Aja', 'different'],
    ['Petrauskas', 'Petrauskienė', 'different'],
    ['Anna', 'Annabel', 'different'],
    ['', 'Tamm', 'different'],
  ])('%s and %s are %s, either way round', (one, other, relation) => {
    expect(compareNames(one, other)).toBe(relation);
    expect(compareNames(other, one)).toBe(relation);
  });
});
