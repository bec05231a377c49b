import type { CountryFacts } from '../simulation/country-facts.js';
import type { EducationFacts } from '../simulation/life-facts.js';
import { isikukoodNumbers, registrikoodNumbers } from './identifiers.js';

const invariable = (name: string) => ({ male: name, female: name });

export const facts: CountryFacts = {
  country: 'EE',
  femaleNames: ['Anna', 'Liis', 'Kadri', 'Piret', 'Triin', 'Maarja', 'Kerli', 'Õie', 'Ülle', 'Laura'],
  maleNames: ['Tõnu', 'Rein', 'Marko', 'Jüri', 'Andres', 'Kaarel', 'Priit', 'Siim', 'Märt', 'Ott'],
  familyNames: [
    'Saar',
    'Mägi',
    'Sepp',
    'Kukk',
    'Rebane',
    'Pärn',
    'Õunapuu',
    'Lõhmus',
    'Jõgi',
    'Vaher',
    'Ilves',
    'Kuusk',
  ].map(invariable),
  towns: [
    {
      name: 'Tallinn',
      postCode: '10111',
      municipality: '0784',
      nuts: 'EE00',
      streets: ['Sadama', 'Kauba', 'Pikk', 'Pärnu mnt'],
    },
    {
      name: 'Tartu',
      postCode: '51007',
      municipality: '0793',
      nuts: 'EE00',
      streets: ['Ülikooli', 'Riia', 'Aleksandri'],
    },
    { name: 'Pärnu', postCode: '80010', municipality: '0624', nuts: 'EE00', streets: ['Rüütli', 'Supeluse'] },
  ],
  numbers: isikukoodNumbers(300),
  fullAddress: (street, house, { postCode, name }) => `${street} ${house}, ${postCode} ${name}`,
  company: {
    forms: [
      { code: 'OÜ', named: (name) => `${name} OÜ`, capital: 2500 },
      { code: 'AS', named: (name) => `AS ${name}`, capital: 25000 },
    ],
    names: [
      'Tammelaud',
      'Meretuul',
      'Põhjarannik',
      'Rukkilill',
      'Kivisild',
      'Vesiroos',
      'Jääkaru',
      'Õunaaed',
      'Hõbekuu',
      'Metsatee',
      'Linnutee',
      'Rannaliiv',
    ],
    activities: ['6210', '4711', '1071', '4120', '5610', '4941'],
    numbers: registrikoodNumbers,
    vatNumber: (number) => `EE9${number}`,
  },
};

export const education: EducationFacts = {
  schools: [
    { id: '90011', name: 'Tallinna Näidisgümnaasium' },
    { id: '90024', name: 'Tartu Näidisgümnaasium' },
  ],
  universities: [
    { id: '90101', name: 'Eesti Näidisülikool' },
    { id: '90102', name: 'Tartu Näidisülikool' },
  ],
  certificate: 'Gümnaasiumi lõputunnistus',
  subjects: ['eesti keel', 'matemaatika', 'inglise keel', 'füüsika', 'ajalugu', 'bioloogia'],
  schoolGrades: ['5', '4', '3'],
  degrees: [
    {
      title: 'Loodusteaduse bakalaureus',
      english: 'Bachelor of Science',
      eqf: 6,
      field: '0511',
      credits: 180,
      courses: ['Üldbioloogia', 'Geneetika', 'Ökoloogia'],
    },
    {
      title: 'Tehnikateaduse magister',
      english: 'Master of Science in Engineering',
      eqf: 7,
      field: '0610',
      credits: 120,
      courses: ['Algoritmid', 'Andmebaasid', 'Arvutivõrgud'],
    },
  ],
  universityGrades: ['A', 'B', 'C', 'D'],
};

/** Usual gross wage a month, in euro. */
export const wage = 2000;

export const plate = (random: { whole(from: number, to: number): number; pick<T>(list: readonly T[]): T }): string => {
  const letter = () => random.pick(Array.from('ABCDEFGHJKLMNPRST'));
  return `${random.whole(100, 999)} ${letter()}${letter()}${letter()}`;
};
