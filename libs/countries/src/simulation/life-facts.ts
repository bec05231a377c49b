import { yearsAfter } from '../identifiers/calendar.js';
import type { CompanyEntry } from '../register/company-register.js';
import type { Degree, Institution, SchoolLeaving } from '../register/education.js';
import type { IncomeStatement } from '../register/income.js';
import type { InsuranceRecord, InsuredPeriod } from '../register/insurance.js';
import type { RegisteredVehicle } from '../register/vehicle.js';
import type { Random } from './random.js';
import { REGISTERS_OPEN, type SimulatedPerson } from './simulated-person.js';

/** Education a country offers, in its own words. */
export interface EducationFacts {
  readonly schools: readonly Institution[];
  readonly universities: readonly Institution[];
  /** What the school leaving certificate is called. */
  readonly certificate: string;
  readonly subjects: readonly string[];
  /** Grades that pass, best first. */
  readonly schoolGrades: readonly string[];
  readonly degrees: readonly {
    readonly title: string;
    readonly english: string;
    readonly eqf: 6 | 7;
    readonly field: string;
    readonly credits: number;
    readonly courses: readonly string[];
  }[];
  readonly universityGrades: readonly string[];
}

const RESULTS = 6;
const COURSES = 3;

export function schoolLeaving(
  person: SimulatedPerson,
  facts: EducationFacts,
  random: Random,
): SchoolLeaving | undefined {
  const awardedOn = `${yearsAfter(person.dateOfBirth, 19).slice(0, 4)}-06-15`;
  if (awardedOn > REGISTERS_OPEN || awardedOn < '1998') return undefined;
  return {
    school: random.pick(facts.schools),
    certificate: facts.certificate,
    awardedOn,
    results: facts.subjects.slice(0, RESULTS).map((subject) => ({ subject, grade: random.pick(facts.schoolGrades) })),
  };
}

export function degree(person: SimulatedPerson, facts: EducationFacts, random: Random): Degree | undefined {
  const awardedOn = `${yearsAfter(person.dateOfBirth, 24).slice(0, 4)}-06-20`;
  if (awardedOn > REGISTERS_OPEN || awardedOn < '1994' || random.chance(30)) return undefined;
  const { courses, ...chosen } = random.pick(facts.degrees);
  return {
    ...chosen,
    university: random.pick(facts.universities),
    awardedOn,
    results: courses
      .slice(0, COURSES)
      .map((course) => ({ course, credits: 10, grade: random.pick(facts.universityGrades) })),
  };
}

/** @param monthly usual gross wage of the country, in its currency */
export function income(
  employers: readonly CompanyEntry[],
  municipality: string,
  monthly: number,
  random: Random,
): IncomeStatement {
  const employer = random.pick(employers);
  const gross = Math.round((monthly * random.whole(70, 180)) / 100);
  const months = ['2026-07', '2026-08', '2026-09'].map((month) => ({
    month,
    gross,
    withheld: Math.round(gross * 0.2),
    employer: { number: employer.number, name: employer.name },
  }));
  return { municipality, months };
}

export function insurance(
  person: SimulatedPerson,
  employers: readonly CompanyEntry[],
  monthly: number,
  random: Random,
): InsuranceRecord | undefined {
  const periods = insuredPeriods(person, employers, monthly, random);
  if (periods.length === 0) return undefined;
  return { periods, pension: Math.round(monthly * 0.45), calculatedOn: '2026-10-01' };
}

function insuredPeriods(
  person: SimulatedPerson,
  employers: readonly CompanyEntry[],
  monthly: number,
  random: Random,
): readonly InsuredPeriod[] {
  const from = yearsAfter(person.dateOfBirth, 22);
  const change = yearsAfter(from, random.whole(2, 8));
  if (change > REGISTERS_OPEN) return [];
  const work = (employer: CompanyEntry, percent: number) => ({
    kind: 'employment' as const,
    employer: { number: employer.number, name: employer.name },
    base: Math.round((monthly * 12 * percent) / 100),
  });
  const leave = yearsAfter(change, 1);
  const retired = yearsAfter(person.dateOfBirth, 65);
  const last = retired < REGISTERS_OPEN ? { to: retired } : {};
  return [
    { from, to: change, ...work(random.pick(employers), 80) },
    {
      from: change,
      to: leave,
      kind: random.pick(['unemployment', 'childcare'] as const),
      base: Math.round(monthly * 6),
    },
    ...(leave < REGISTERS_OPEN && leave < retired
      ? [{ from: leave, ...last, ...work(random.pick(employers), 110) }]
      : []),
  ];
}

const MODELS = [
  {
    make: 'VOLVO',
    type: 'V60',
    commercialName: 'V60 T4',
    fuel: 'PETROL',
    kw: 140,
    ccm: 1969,
    co2: 145,
    mass: 1650,
    wmi: 'YV1',
  },
  {
    make: 'SKODA',
    type: 'OCTAVIA',
    commercialName: 'Octavia 2.0 TDI',
    fuel: 'DIESEL',
    kw: 110,
    ccm: 1968,
    co2: 118,
    mass: 1480,
    wmi: 'TMB',
  },
  {
    make: 'TOYOTA',
    type: 'COROLLA',
    commercialName: 'Corolla Hybrid',
    fuel: 'HYBRID',
    kw: 90,
    ccm: 1798,
    co2: 101,
    mass: 1370,
    wmi: 'SB1',
  },
  { make: 'NISSAN', type: 'LEAF', commercialName: 'Leaf', fuel: 'ELECTRIC', kw: 110, co2: 0, mass: 1580, wmi: 'SJN' },
] as const;

const VIN_SIGNS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';

/** @param plate the way the country's number plates are made */
export function registeredVehicle(random: Random, plate: (random: Random) => string): RegisteredVehicle {
  const model = random.pick(MODELS);
  const firstRegistered = random.dateWithin(2012, 2024);
  const serial = Array.from({ length: 6 }, () => random.pick(Array.from(VIN_SIGNS))).join('');
  return {
    plate: plate(random),
    vin: `${model.wmi}ZZ${serial}${random.whole(100000, 999999)}`,
    make: model.make,
    type: model.type,
    commercialName: model.commercialName,
    category: 'M1',
    colour: random.pick(['white', 'black', 'grey', 'red', 'blue']),
    firstRegistered,
    registered: firstRegistered,
    fuel: model.fuel,
    massInService: model.mass,
    maxMass: model.mass + 500,
    powerKw: model.kw,
    ...('ccm' in model ? { displacement: model.ccm } : {}),
    co2: model.co2,
    mileage: random.whole(5000, 240000),
    mileageReadOn: random.dateWithin(2025, 2025),
    inspectionUntil: random.dateWithin(2027, 2028),
    restrictions: random.chance(10) ? ['lien'] : [],
  };
}
