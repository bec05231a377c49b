import type { CountryFacts } from '../simulation/country-facts.js';
import type { EducationFacts } from '../simulation/life-facts.js';
import { displayedPersonasKods, inventedReģistrācijasNumuri, syntheticPersonasKodi } from './identifiers.js';

export const facts: CountryFacts = {
  country: 'LV',
  femaleNames: ['Anna', 'Līga', 'Kristīne', 'Dace', 'Baiba', 'Ieva', 'Zane', 'Sanita', 'Ģertrūde', 'Elīna'],
  maleNames: ['Jānis', 'Andris', 'Mārtiņš', 'Kārlis', 'Edgars', 'Pēteris', 'Raivis', 'Uldis', 'Ģirts', 'Roberts'],
  familyNames: [
    { male: 'Kalniņš', female: 'Kalniņa' },
    { male: 'Bērziņš', female: 'Bērziņa' },
    { male: 'Ozoliņš', female: 'Ozoliņa' },
    { male: 'Liepiņš', female: 'Liepiņa' },
    { male: 'Krūmiņš', female: 'Krūmiņa' },
    { male: 'Zariņš', female: 'Zariņa' },
    { male: 'Pētersons', female: 'Pētersone' },
    { male: 'Vītols', female: 'Vītola' },
    { male: 'Kļaviņš', female: 'Kļaviņa' },
    { male: 'Šķēle', female: 'Šķēle' },
  ],
  towns: [
    {
      name: 'Rīga',
      postCode: 'LV-1050',
      municipality: '0001000',
      nuts: 'LV00',
      streets: ['Brīvības iela', 'Tērbatas iela', 'Kr. Barona iela'],
    },
    {
      name: 'Liepāja',
      postCode: 'LV-3401',
      municipality: '0003000',
      nuts: 'LV00',
      streets: ['Lielā iela', 'Zivju iela'],
    },
    {
      name: 'Valmiera',
      postCode: 'LV-4201',
      municipality: '0054010',
      nuts: 'LV00',
      streets: ['Rīgas iela', 'Diakonāta iela'],
    },
  ],
  numbers: syntheticPersonasKodi(800),
  spellings: (number) => [number, displayedPersonasKods(number)],
  fullAddress: (street, house, { postCode, name }) => `${street} ${house}, ${name}, ${postCode}`,
  company: {
    forms: [
      { code: 'SIA', named: (name) => `SIA "${name}"`, capital: 2800 },
      { code: 'AS', named: (name) => `AS "${name}"`, capital: 25000 },
    ],
    names: [
      'Dzintarjūra',
      'Ziemeļi',
      'Ozollapa',
      'Vēja Dzirnavas',
      'Rasas Lāse',
      'Saulgriezis',
      'Meža Taka',
      'Baltais Krasts',
      'Pļavas Zieds',
      'Stiklplūsma',
      'Lāča Ķepa',
      'Upes Līcis',
    ],
    activities: ['6210', '4711', '1071', '4120', '5610', '4941'],
    numbers: inventedReģistrācijasNumuri,
    vatNumber: (number) => `LV${number}`,
  },
};

export const education: EducationFacts = {
  schools: [
    { id: '9001', name: 'Rīgas Parauga ģimnāzija' },
    { id: '9002', name: 'Liepājas Parauga vidusskola' },
  ],
  universities: [],
  certificate: 'Atestāts par vispārējo vidējo izglītību',
  subjects: ['latviešu valoda', 'matemātika', 'angļu valoda', 'fizika', 'vēsture', 'bioloģija'],
  schoolGrades: ['10', '9', '8', '7', '6'],
  degrees: [],
  universityGrades: [],
};

/** Usual gross wage a month, in euro. */
export const wage = 1700;
