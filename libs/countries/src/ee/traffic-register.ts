import { codes } from '../register/national-codes.js';
import { dotted } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, eachAt } from '../register/record-shape.js';
import type { Fuel, RegisteredVehicle, VehicleRestriction } from '../register/vehicle.js';

/** Liiklusregister. */
export const liiklusregister = new NationalRegister(
  'liiklusregister',
  new RecordShape<RegisteredVehicle>({
    plate: at('regMark'),
    vin: at('tehasetahis'),
    make: at('mark'),
    type: at('mudel'),
    commercialName: at('arinimetus'),
    category: at('kategooria'),
    colour: at('varv'),
    firstRegistered: at('esmaregistreerimine', dotted),
    registered: at('registreeritud', dotted),
    fuel: at(
      'kytus',
      codes<Fuel>({
        PETROL: 'bensiin',
        DIESEL: 'diisel',
        ELECTRIC: 'elekter',
        HYBRID: 'hübriid',
        GAS: 'gaas',
        OTHER: 'muu',
      }),
    ),
    massInService: at('tyhimass'),
    maxMass: at('taismass'),
    powerKw: at('voimsusKw'),
    displacement: at('toomaht'),
    co2: at('co2'),
    mileage: at('labisoit.km'),
    mileageReadOn: at('labisoit.kuupaev', dotted),
    inspectionUntil: at('ylevaatusKehtib', dotted),
    restrictions: eachAt(
      'piirangud',
      codes<VehicleRestriction>({
        scrapped: 'lammutatud',
        stolen: 'tagaotsitav',
        ban: 'käsutuskeeld',
        lien: 'pant',
        'inspection-expired': 'ülevaatus aegunud',
      }),
    ),
  }),
);
