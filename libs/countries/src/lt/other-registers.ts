import type { CompanyEntry, Representative } from '../register/company-register.js';
import type { Degree, EducationSchemes, SchoolLeaving } from '../register/education.js';
import { codes } from '../register/national-codes.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, eachAt, groupAt, listAt } from '../register/record-shape.js';
import type { Fuel, RegisteredVehicle, VehicleRestriction } from '../register/vehicle.js';
import { adresas } from './population-register.js';

export const schemes: EducationSchemes = {
  language: 'lt',
  institution: 'LT-SMIR',
  framework: 'LT-LTKS',
  schoolGrades: 'LT-1-10',
  universityGrades: 'LT-1-10',
};

/** Diplomų registras, maturity certificates. */
export const brandosAtestatai = new NationalRegister(
  'brandos-atestatai',
  new RecordShape<SchoolLeaving>({
    school: groupAt('mokykla', { id: at('kodas'), name: at('pavadinimas') }),
    certificate: at('dokumentas'),
    awardedOn: at('isduota'),
    results: listAt('pazymiai', { subject: at('dalykas'), grade: at('ivertinimas') }),
  }),
);

/** Diplomų registras, diplomas of higher education. */
export const diplomai = new NationalRegister(
  'diplomu-registras',
  new RecordShape<Degree>({
    university: groupAt('aukstojiMokykla', { id: at('kodas'), name: at('pavadinimas') }),
    title: at('kvalifikacija'),
    english: at('kvalifikacijaAngliskai'),
    eqf: at('ltksLygis'),
    field: at('kryptis'),
    credits: at('kreditai'),
    awardedOn: at('isduota'),
    results: listAt('priedelis', { course: at('dalykas'), credits: at('kreditai'), grade: at('ivertinimas') }),
  }),
);

/** Juridinių asmenų registras. */
export const juridiniųAsmenųRegistras = new NationalRegister(
  'juridiniu-asmenu-registras',
  new RecordShape<CompanyEntry>({
    number: at('kodas'),
    name: at('pavadinimas'),
    form: at('teisineForma'),
    status: at(
      'teisinisStatusas',
      codes<CompanyEntry['status']>({
        active: 'veikiantis',
        'in-liquidation': 'likviduojamas',
        'struck-off': 'išregistruotas',
      }),
    ),
    statusDate: at('statusasNuo'),
    registeredOn: at('iregistruota'),
    address: groupAt('buveine', adresas),
    activities: eachAt('veikla'),
    shareCapital: at('istatinisKapitalas'),
    vatNumber: at('pvmKodas'),
    representatives: listAt<Representative>('valdymoOrganai', {
      number: at('asmensKodas'),
      familyName: at('pavarde'),
      givenName: at('vardas'),
      scope: at(
        'atstovavimas',
        codes<Representative['scope']>({ ALONE: 'vienasmenis', JOINT: 'kiekybinis', LIMITED: 'ribotas' }),
      ),
      from: at('nuo'),
    }),
  }),
);

/** Kelių transporto priemonių registras. */
export const transportoPriemonės = new NationalRegister(
  'keliu-transporto-priemoniu-registras',
  new RecordShape<RegisteredVehicle>({
    plate: at('valstybinisNumeris'),
    vin: at('identifikavimoNumeris'),
    make: at('marke'),
    type: at('modelis'),
    commercialName: at('komercinisPavadinimas'),
    category: at('kategorija'),
    colour: at('spalva'),
    firstRegistered: at('pirmaRegistracija'),
    registered: at('registracija'),
    fuel: at(
      'degalai',
      codes<Fuel>({
        PETROL: 'benzinas',
        DIESEL: 'dyzelinas',
        ELECTRIC: 'elektra',
        HYBRID: 'hibridas',
        GAS: 'dujos',
        OTHER: 'kita',
      }),
    ),
    massInService: at('mase'),
    maxMass: at('bendrojiMase'),
    powerKw: at('galiaKw'),
    displacement: at('darbinisTuris'),
    co2: at('co2'),
    mileage: at('rida.km'),
    mileageReadOn: at('rida.data'),
    inspectionUntil: at('technineApziuraIki'),
    restrictions: eachAt(
      'apribojimai',
      codes<VehicleRestriction>({
        scrapped: 'sunaikinta',
        stolen: 'ieškoma',
        ban: 'draudimas',
        lien: 'įkeista',
        'inspection-expired': 'apžiūra negalioja',
      }),
    ),
  }),
);
