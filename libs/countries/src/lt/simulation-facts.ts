import type { CountryFacts } from '../simulation/country-facts.js';
import type { EducationFacts } from '../simulation/life-facts.js';
import type { Random } from '../simulation/random.js';
import { inventedĮmoniųKodai, syntheticAsmensKodai } from './identifiers.js';

export const facts: CountryFacts = {
  country: 'LT',
  femaleNames: ['Anna', 'Rūta', 'Eglė', 'Jūratė', 'Ugnė', 'Živilė', 'Austėja', 'Daiva', 'Giedrė', 'Inga'],
  maleNames: [
    'Jonas',
    'Mindaugas',
    'Žygimantas',
    'Darius',
    'Lukas',
    'Paulius',
    'Šarūnas',
    'Vytautas',
    'Kęstutis',
    'Andrius',
  ],
  familyNames: [
    { male: 'Kazlauskas', female: 'Kazlauskaitė', married: 'Kazlauskienė' },
    { male: 'Jankauskas', female: 'Jankauskaitė', married: 'Jankauskienė' },
    { male: 'Žukauskas', female: 'Žukauskaitė', married: 'Žukauskienė' },
    { male: 'Balčiūnas', female: 'Balčiūnaitė', married: 'Balčiūnienė' },
    { male: 'Urbonas', female: 'Urbonaitė', married: 'Urbonienė' },
    { male: 'Šimkus', female: 'Šimkutė', married: 'Šimkuvienė' },
    { male: 'Vasiliauskas', female: 'Vasiliauskaitė', married: 'Vasiliauskienė' },
    { male: 'Stankevičius', female: 'Stankevičiūtė', married: 'Stankevičienė' },
  ],
  towns: [
    {
      name: 'Vilnius',
      postCode: 'LT-01103',
      municipality: '13',
      nuts: 'LT01',
      streets: ['Gedimino pr.', 'Pilies g.', 'Vokiečių g.'],
    },
    { name: 'Kaunas', postCode: 'LT-44280', municipality: '19', nuts: 'LT02', streets: ['Laisvės al.', 'Vilniaus g.'] },
    { name: 'Klaipėda', postCode: 'LT-91240', municipality: '21', nuts: 'LT02', streets: ['Tiltų g.', 'Liepų g.'] },
  ],
  numbers: syntheticAsmensKodai(800),
  fullAddress: (street, house, { postCode, name }) => `${street} ${house}, ${postCode} ${name}`,
  company: {
    forms: [
      { code: 'UAB', named: (name) => `UAB "${name}"`, capital: 1000 },
      { code: 'AB', named: (name) => `AB "${name}"`, capital: 25000 },
    ],
    names: [
      'Gintaro Krantas',
      'Ąžuolynas',
      'Šiaurys',
      'Pajūrio Vėjas',
      'Žalgirio Sodas',
      'Linų Laukas',
      'Vėtrungė',
      'Rugiapjūtė',
      'Baltoji Gulbė',
      'Kopų Takas',
      'Medaus Korys',
      'Eglių Šilas',
    ],
    activities: ['6210', '4711', '1071', '4120', '5610', '4941'],
    numbers: inventedĮmoniųKodai,
    vatNumber: (number) => `LT${number}`,
  },
};

export const education: EducationFacts = {
  schools: [
    { id: '990001', name: 'Vilniaus pavyzdinė gimnazija' },
    { id: '990002', name: 'Kauno pavyzdinė gimnazija' },
  ],
  universities: [{ id: '990101', name: 'Lietuvos pavyzdinis universitetas' }],
  certificate: 'Brandos atestatas',
  subjects: ['lietuvių kalba', 'matematika', 'anglų kalba', 'fizika', 'istorija', 'biologija'],
  schoolGrades: ['10', '9', '8', '7', '6'],
  degrees: [
    {
      title: 'Informatikos mokslų bakalauras',
      english: 'Bachelor of Computing',
      eqf: 6,
      field: '0613',
      credits: 240,
      courses: ['Programavimas', 'Matematinė analizė', 'Duomenų bazės'],
    },
    {
      title: 'Verslo vadybos magistras',
      english: 'Master of Business Management',
      eqf: 7,
      field: '0413',
      credits: 90,
      courses: ['Strategija', 'Finansai', 'Logistika'],
    },
  ],
  universityGrades: ['10', '9', '8', '7'],
};

export const plate = (random: Random): string => {
  const letter = () => random.pick(Array.from('ABCDEFGHJKLMNOPRSTUVZ'));
  return `${letter()}${letter()}${letter()} ${random.whole(100, 999)}`;
};
