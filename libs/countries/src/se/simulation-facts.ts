import type { CountryFacts } from '../simulation/country-facts.js';
import type { EducationFacts } from '../simulation/life-facts.js';
import type { Random } from '../simulation/random.js';
import { inventedOrganisationsnummer, testPersonnummer } from './identifiers.js';

const invariable = (name: string) => ({ male: name, female: name });

export const facts: CountryFacts = {
  country: 'SE',
  femaleNames: ['Anna', 'Astrid', 'Maja', 'Karin', 'Åsa', 'Ebba', 'Linnéa', 'Sara', 'Görel', 'Ingrid'],
  maleNames: ['Lars', 'Göran', 'Åke', 'Oskar', 'Emil', 'Björn', 'Nils', 'Hugo', 'Sören', 'Viktor'],
  familyNames: [
    'Andersson',
    'Lindqvist',
    'Nyström',
    'Sjöberg',
    'Åkesson',
    'Öberg',
    'Ek',
    'Holm',
    'Bergström',
    'Dahlgren',
  ].map(invariable),
  towns: [
    {
      name: 'Stockholm',
      postCode: '11122',
      municipality: '0180',
      nuts: 'SE11',
      streets: ['Drottninggatan', 'Vasagatan', 'Kungsgatan'],
    },
    { name: 'Göteborg', postCode: '41103', municipality: '1480', nuts: 'SE23', streets: ['Avenyn', 'Östra Hamngatan'] },
    { name: 'Umeå', postCode: '90325', municipality: '2480', nuts: 'SE33', streets: ['Rådhusesplanaden', 'Storgatan'] },
  ],
  numbers: testPersonnummer,
  fullAddress: (street, house, { postCode, name }) =>
    `${street} ${house.replace('-', ' lgh ')}, ${postCode.slice(0, 3)} ${postCode.slice(3)} ${name}`,
  company: {
    forms: [
      { code: 'AB', named: (name) => `${name} AB`, capital: 25000 },
      { code: 'HB', named: (name) => `${name} HB`, capital: 0 },
    ],
    names: [
      'Norrsken',
      'Björkdungen',
      'Skärgården',
      'Älvdalen',
      'Havsörn',
      'Granbarr',
      'Midsommar',
      'Kustlinjen',
      'Lövsång',
      'Fjällvind',
      'Stenhuggaren',
      'Åkervinda',
    ],
    activities: ['6210', '4711', '1071', '4120', '5610', '4941'],
    numbers: inventedOrganisationsnummer,
    vatNumber: (number) => `SE${number}01`,
  },
};

export const education: EducationFacts = {
  schools: [{ id: '99000001', name: 'Stockholms Exempelgymnasium' }],
  universities: [{ id: '99901', name: 'Exempeluniversitetet' }],
  certificate: 'Högskoleförberedande examen',
  subjects: ['Svenska 3', 'Matematik 4', 'Engelska 6', 'Fysik 2', 'Historia 1b', 'Biologi 2'],
  schoolGrades: ['A', 'B', 'C', 'D'],
  degrees: [],
  universityGrades: ['A', 'B', 'C', 'D'],
};

/** Usual gross wage a month, in kronor. */
export const wage = 38000;

export const plate = (random: Random): string => {
  const letter = () => random.pick(Array.from('ABCDEFGHJKLMNOPRSTUWXYZ'));
  return `${letter()}${letter()}${letter()} ${random.whole(10, 99)}${letter()}`;
};
