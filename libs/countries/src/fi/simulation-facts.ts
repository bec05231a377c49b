import type { CountryFacts } from '../simulation/country-facts.js';
import type { EducationFacts } from '../simulation/life-facts.js';
import { artificialHenkilötunnukset, inventedYTunnukset } from './identifiers.js';

const invariable = (name: string) => ({ male: name, female: name });

export const facts: CountryFacts = {
  country: 'FI',
  femaleNames: ['Anna', 'Helmi', 'Sanni', 'Päivi', 'Tuula', 'Emilia', 'Jenni', 'Kaisa', 'Sirpa', 'Outi'],
  maleNames: ['Juhani', 'Mikko', 'Väinö', 'Antti', 'Pekka', 'Tapio', 'Onni', 'Jari', 'Lauri', 'Arttu'],
  familyNames: [
    'Korhonen',
    'Nieminen',
    'Mäkelä',
    'Hämäläinen',
    'Laine',
    'Heikkinen',
    'Järvinen',
    'Lehtonen',
    'Räsänen',
    'Öhman',
  ].map(invariable),
  towns: [
    {
      name: 'Helsinki',
      postCode: '00100',
      municipality: '091',
      nuts: 'FI1B',
      streets: ['Mannerheimintie', 'Runeberginkatu', 'Fredrikinkatu'],
    },
    {
      name: 'Tampere',
      postCode: '33100',
      municipality: '837',
      nuts: 'FI19',
      streets: ['Hämeenkatu', 'Satakunnankatu'],
    },
    { name: 'Oulu', postCode: '90100', municipality: '564', nuts: 'FI1D', streets: ['Kirkkokatu', 'Isokatu'] },
  ],
  numbers: artificialHenkilötunnukset(950),
  fullAddress: (street, house, { postCode, name }) => `${street} ${house.replace('-', ' A ')}, ${postCode} ${name}`,
  company: {
    forms: [
      { code: 'OY', named: (name) => `${name} Oy`, capital: 2500 },
      { code: 'OYJ', named: (name) => `${name} Oyj`, capital: 80000 },
    ],
    names: [
      'Revontuli',
      'Kuusipuu',
      'Järvituuli',
      'Karhunpolku',
      'Lumikko',
      'Pihlaja',
      'Saaristolinja',
      'Tuohi',
      'Kesäyö',
      'Hirsityö',
      'Myllyranta',
      'Tunturi',
    ],
    activities: ['6210', '4711', '1071', '4120', '5610', '4941'],
    numbers: inventedYTunnukset,
    vatNumber: (number) => `FI${number.replace('-', '')}`,
  },
};

export const education: EducationFacts = {
  schools: [{ id: '99001', name: 'Helsingin esimerkkilukio' }],
  universities: [
    { id: '99901', name: 'Suomen esimerkkiyliopisto' },
    { id: '99902', name: 'Tampereen esimerkkikorkeakoulu' },
  ],
  certificate: 'Ylioppilastutkintotodistus',
  subjects: ['äidinkieli', 'matematiikka', 'englanti', 'fysiikka', 'historia', 'biologia'],
  schoolGrades: ['L', 'E', 'M', 'C'],
  degrees: [
    {
      title: 'Luonnontieteiden kandidaatti',
      english: 'Bachelor of Science',
      eqf: 6,
      field: '0511',
      credits: 180,
      courses: ['Solubiologia', 'Ekologia', 'Tilastotiede'],
    },
    {
      title: 'Diplomi-insinööri',
      english: 'Master of Science (Technology)',
      eqf: 7,
      field: '0610',
      credits: 120,
      courses: ['Ohjelmistotekniikka', 'Tietoverkot', 'Tekoäly'],
    },
  ],
  universityGrades: ['5', '4', '3', '2'],
};

/** Usual gross wage a month, in euro. */
export const wage = 3600;
