import fc from 'fast-check';
import { isikukood, isikukoodNumbers, registrikood } from '../ee/identifiers.js';
import { artificialHenkilötunnukset, henkilötunnus, yTunnus } from '../fi/identifiers.js';
import { asmensKodas, juridinioAsmensKodas, syntheticAsmensKodai } from '../lt/identifiers.js';
import { newcomersPersonasKodi, personasKods, reģistrācijasNumurs, syntheticPersonasKodi } from '../lv/identifiers.js';
import {
  fødselsnummer,
  organisasjonsnummer,
  schemeOfFødselsnummer,
  syntheticDNummer,
  syntheticFødselsnummer,
} from '../no/identifiers.js';
import {
  displayedPersonnummer,
  organisationsnummer,
  personnummer,
  schemeOfPersonnummer,
  testPersonnummer,
  testSamordningsnummer,
} from '../se/identifiers.js';
import type { IdentifierValidator } from './identifier-check.js';
import type { SyntheticNumbers } from './person-numbers.js';

const PUBLISHED: readonly (readonly [scheme: string, validate: IdentifierValidator, numbers: string])[] = [
  [
    'henkilötunnus',
    henkilötunnus,
    `010594Y9032 020594X903P 030694W9024 040594V9030 050594U903M 010516B903X 020516C903K 030516D9037 010501E9032 020503F9037
     010280-952L 291292-918R 030883-925M 170677-924F 010513A950N 010100A904L`,
  ],
  ['isikukood', isikukood, '60001019906 60001018800 60001017869 39901012239 38001085718'],
  [
    'personnummer',
    personnummer,
    '199006022397 199107172380 199610202385 199312172381 200001022391 200001052380 189001019802',
  ],
  ['samordningsnummer', personnummer, '701063-2391 197010632391'],
  ['fødselsnummer', fødselsnummer, '10915596784 25922947409 21818297804 23886799519 30902660085 01819030037'],
  ['fødselsnummer of 2032', fødselsnummer, '01819030045 01819030053 01819030061'],
  ['D-nummer', fødselsnummer, '52819030030 52819030065'],
  ['personas kods', personasKods, '010101-10006 030303-10012 050405-10009 161175-19997 328673-00679 325035-11782'],
  ['asmens kodas', asmensKodas, '50001018865 30303039914 40504040001 33309240064'],
  ['Y-tunnus', yTunnus, '2296962-1 0245437-2 0245458-3 0246246-0 0244683-1 2924753-3 2769790-1'],
  [
    'registrikood',
    registrikood,
    '70006317 70000562 70008440 70000349 70000310 70001975 70001490 70009646 70000740 70003158 19999992 19999986 18887771',
  ],
  [
    'organisationsnummer',
    organisationsnummer,
    '202100-6883 202100-5448 202100-5489 202100-5521 202100-6255 202100-6099 202100-6487 202100-1819',
  ],
  [
    'organisasjonsnummer',
    organisasjonsnummer,
    '991825827 974761076 974760673 889640782 971032081 974788985 919477822 960885406',
  ],
  [
    'reģistrācijas numurs',
    reģistrācijasNumurs,
    '90001733697 90000054163 90000270634 90000069281 90001669496 40003345734 90000022399',
  ],
  [
    'juridinio asmens kodas',
    juridinioAsmensKodas,
    '188772433 124110246 188659752 191630223 110078991 111959192 305238040',
  ],
];

const published = PUBLISHED.flatMap(([scheme, validate, numbers]) =>
  numbers.split(/\s+/).map((number) => [scheme, number, validate] as const),
);

describe('a published number', () => {
  it.each(published)('of the scheme %s is valid: %s', (_scheme, number, validate) => {
    expect(validate(number)).toMatchObject({ valid: true });
  });

  it.each(published.filter(([, number]) => !/^32/.test(number)))(
    'of the scheme %s fails the check digit when its last sign changes: %s',
    (_scheme, number, validate) => {
      const last = number.at(-1);
      for (const sign of '0123456789') {
        if (sign === last) continue;
        expect(validate(number.slice(0, -1) + sign).findings.map(({ rule }) => rule)).toContain('check-digit');
      }
    },
  );
});

describe.each([
  ['henkilötunnus', henkilötunnus, ['', '010594-903', '010594*9032', '01O594-9032', '010594-903I']],
  ['isikukood', isikukood, ['', '0000101990', '90001019906', '6000101990X']],
  ['personnummer', personnummer, ['', '9006022397', '1990060223970', '19900602-2397x']],
  ['fødselsnummer', fødselsnummer, ['', '1091559678', '109155967845', '1091559678A']],
  ['personas kods', personasKods, ['', '010101_10006', '01010110006 1', '0101011000']],
  ['asmens kodas', asmensKodas, ['', '70001018865', '5000101886']],
  ['Y-tunnus', yTunnus, ['', '229696-21', '2296962--1']],
  ['registrikood', registrikood, ['', '20006317', '7000631']],
  ['organisationsnummer', organisationsnummer, ['', '2021006-883', '202100688']],
  ['organisasjonsnummer', organisasjonsnummer, ['', '191825827', '99182582']],
  ['reģistrācijas numurs', reģistrācijasNumurs, ['', '30001733697', '9000173369']],
  ['juridinio asmens kodas', juridinioAsmensKodas, ['', '18877243', '1887724333']],
] as const)('a number that is no %s', (_scheme, validate, numbers) => {
  it.each(numbers.map((number) => [number]))('fails the format: "%s"', (number) => {
    expect(validate(number)).toEqual({
      valid: false,
      findings: [expect.objectContaining({ rule: 'format', severity: 'error' })],
    });
  });
});

describe('a number with a day that no calendar has', () => {
  it.each([
    ['henkilötunnus', henkilötunnus, '310294-903'],
    ['isikukood', isikukood, '6000230990'],
    ['personnummer', personnummer, '19900231239'],
    ['fødselsnummer', fødselsnummer, '3291559678'],
    ['personas kods', personasKods, '310201-1000'],
    ['asmens kodas', asmensKodas, '5000230886'],
  ] as const)('fails the date, whatever its check digit: %s', (_scheme, validate, base) => {
    for (const digit of '0123456789') {
      expect(validate(base + digit).findings).toContainEqual(
        expect.objectContaining({ rule: 'date', severity: 'error' }),
      );
    }
  });
});

describe('a henkilötunnus', () => {
  it('below the individual number 002 is not valid', () => {
    expect(henkilötunnus('010100A001N').findings).toContainEqual(
      expect.objectContaining({ rule: 'range', severity: 'error' }),
    );
  });

  it('keeps its separator as part of the identity', () => {
    expect(henkilötunnus('010594Y9032').canonical).not.toBe(henkilötunnus('010594-9032').canonical);
    expect(henkilötunnus('010594-9032')).toMatchObject({ valid: true, dateOfBirth: '1994-05-01' });
    expect(henkilötunnus('010516B903X')).toMatchObject({ dateOfBirth: '2016-05-01' });
  });

  it('from the individual number 900 is marked as artificial', () => {
    expect(henkilötunnus('291292-918R').findings).toEqual([
      expect.objectContaining({ rule: 'range', severity: 'warning' }),
    ]);
  });
});

describe('a Swedish number', () => {
  it('counts the day of a samordningsnummer from 61', () => {
    expect(personnummer('197010632391')).toMatchObject({ valid: true, dateOfBirth: '1970-10-03' });
    expect(schemeOfPersonnummer('197010632391')).toBe('SE-SAM');
    expect(schemeOfPersonnummer('199107172380')).toBe('SE-PNR');
  });

  it('is written with a plus from the year its bearer turns 100', () => {
    expect(displayedPersonnummer('189001019802', 1989)).toBe('900101-9802');
    expect(displayedPersonnummer('189001019802', 1990)).toBe('900101+9802');
  });

  it('of an organisation has 2 or more as its third digit', () => {
    expect(organisationsnummer('201100-6884').findings.map(({ rule }) => rule)).toContain('range');
  });
});

describe('a Norwegian number', () => {
  it.each(['01819030045', '01819030053', '01819030061'])(
    'of the series from 2032 promises neither date nor sex and says so: %s',
    (number) => {
      const check = fødselsnummer(number);
      expect(check.findings).toEqual([expect.objectContaining({ rule: 'check-digit', severity: 'warning' })]);
      expect(check).not.toHaveProperty('dateOfBirth');
      expect(check).not.toHaveProperty('sex');
    },
  );

  it('with a synthetic month and with the day of a D-number keeps its date of birth', () => {
    expect(fødselsnummer('10915596784')).toMatchObject({ dateOfBirth: '1955-11-10', sex: 'MALE' });
    expect(fødselsnummer('30902660085')).toMatchObject({ dateOfBirth: '2026-10-30', sex: 'FEMALE' });
    expect(schemeOfFødselsnummer('52819030030')).toBe('NO-DNR');
    expect(schemeOfFødselsnummer('10915596784')).toBe('NO-FNR');
  });
});

describe('a Latvian code of the new kind', () => {
  it('is only warned about when its check digit does not fit, because the law makes it random', () => {
    expect(personasKods('328673-00678')).toMatchObject({
      valid: true,
      findings: [{ rule: 'check-digit', severity: 'warning' }],
    });
  });
});

describe('a Lithuanian code that begins with 9', () => {
  it('has no date that could be wrong', () => {
    const digits = '9999999999';
    const checked = Array.from('0123456789', (digit) => asmensKodas(digits + digit));
    expect(checked.filter(({ valid }) => valid)).toHaveLength(1);
    expect(checked.flatMap(({ findings }) => findings).map(({ rule }) => rule)).not.toContain('date');
  });
});

const SYNTHETIC: readonly (readonly [
  scheme: string,
  numbers: SyntheticNumbers,
  validate: IdentifierValidator,
  pattern: RegExp,
])[] = [
  ['FI-HETU', artificialHenkilötunnukset(904), henkilötunnus, /^.{7}9\d\d.$/],
  ['EE-IK', isikukoodNumbers(100), isikukood, /^\d{11}$/],
  ['SE-PNR', testPersonnummer, personnummer, /^.{8}(23[89]|9[89]\d)\d$/],
  ['SE-SAM', testSamordningsnummer, personnummer, /^.{8}(23[89]|9[89]\d)\d$/],
  ['NO-FNR', syntheticFødselsnummer(0), fødselsnummer, /^\d\d[89]\d/],
  ['NO-DNR', syntheticDNummer, fødselsnummer, /^[4-7]\d[89]\d/],
  ['LV-PK', syntheticPersonasKodi(900), personasKods, /^\d{11}$/],
  ['LV-PK', newcomersPersonasKodi, personasKods, /^32/],
  ['LT-AK', syntheticAsmensKodai(800), asmensKodas, /^\d{11}$/],
];

describe('synthetic numbers', () => {
  it.each(SYNTHETIC)(
    'of the scheme %s are valid, of their day and sex, and from the test range',
    (scheme, numbers, validate, pattern) => {
      const born = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
      fc.assert(
        fc.property(born, fc.constantFrom('FEMALE' as const, 'MALE' as const), (date, sex) => {
          const dateOfBirth = date.toISOString().slice(0, 10);
          const [number] = numbers(dateOfBirth, sex);
          if (!number) throw new Error('no number for that day');
          const check = validate(number.value);
          expect(number.scheme).toBe(scheme);
          expect(number.value).toMatch(pattern);
          expect(check.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(check.dateOfBirth ?? dateOfBirth).toBe(dateOfBirth);
          expect(check.sex ?? sex).toBe(sex);
        }),
      );
    },
  );
});
