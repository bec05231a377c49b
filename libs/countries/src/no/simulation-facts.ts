import type { CountryFacts } from '../simulation/country-facts.js';
import type { EducationFacts } from '../simulation/life-facts.js';
import { inventedOrganisasjonsnummer, syntheticFødselsnummer } from './identifiers.js';

const invariable = (name: string) => ({ male: name, female: name });

export const facts: CountryFacts = {
  country: 'NO',
  femaleNames: ['Anna', 'Ingrid', 'Solveig', 'Marit', 'Åse', 'Nora', 'Silje', 'Turid', 'Bjørg', 'Kari'],
  maleNames: ['Ola', 'Bjørn', 'Håkon', 'Magnus', 'Sverre', 'Eirik', 'Pål', 'Øystein', 'Jonas', 'Geir'],
  familyNames: [
    'Hansen',
    'Nilsen',
    'Bakken',
    'Haugen',
    'Sørensen',
    'Strand',
    'Lunde',
    'Ødegård',
    'Bråten',
    'Myhre',
  ].map(invariable),
  towns: [
    {
      name: 'Oslo',
      postCode: '0150',
      municipality: '0301',
      nuts: 'NO08',
      streets: ['Storgata', 'Karl Johans gate', 'Bogstadveien'],
    },
    { name: 'Bergen', postCode: '5003', municipality: '4601', nuts: 'NO0A', streets: ['Nygårdsgaten', 'Strandgaten'] },
    { name: 'Tromsø', postCode: '9008', municipality: '5501', nuts: 'NO07', streets: ['Sjøgata', 'Grønnegata'] },
  ],
  numbers: syntheticFødselsnummer(200),
  fullAddress: (street, house, { postCode, name }) => `${street} ${house.replace('-', ' H0')}, ${postCode} ${name}`,
  company: {
    forms: [
      { code: 'AS', named: (name) => `${name} AS`, capital: 30000 },
      { code: 'ANS', named: (name) => `${name} ANS`, capital: 0 },
    ],
    names: [
      'Fjordlys',
      'Havbris',
      'Bjørkeli',
      'Nordvind',
      'Fjelltopp',
      'Laksevåg Sim',
      'Måneskinn',
      'Vestavind',
      'Snøkrystall',
      'Torsk og Tang',
      'Solsiden',
      'Øyfolk',
    ],
    activities: ['6210', '4711', '0321', '4120', '5610', '4941'],
    numbers: inventedOrganisasjonsnummer,
    vatNumber: (number) => `NO${number}MVA`,
  },
};

export const education: EducationFacts = {
  schools: [],
  universities: [
    { id: '319990038', name: 'Eksempeluniversitetet' },
    { id: '319990046', name: 'Høgskolen i Eksempel' },
  ],
  certificate: 'Vitnemål for videregående opplæring',
  subjects: [],
  schoolGrades: [],
  degrees: [
    {
      title: 'Bachelor i økonomi',
      english: 'Bachelor of Economics',
      eqf: 6,
      field: '0311',
      credits: 180,
      courses: ['Mikroøkonomi', 'Statistikk', 'Regnskap'],
    },
    {
      title: 'Master i informatikk',
      english: 'Master of Informatics',
      eqf: 7,
      field: '0613',
      credits: 120,
      courses: ['Algoritmer', 'Distribuerte systemer', 'Maskinlæring'],
    },
  ],
  universityGrades: ['A', 'B', 'C', 'D'],
};

/** Usual gross wage a month, in kroner. */
export const wage = 52000;
