import Type from 'typebox';
import { code, date, decimal, group, list, oneOf, text, whole } from './elements.js';
import { OrganisationNumber, PersonIdentifier, address } from './parts.js';

const about = { personal: true } as const;

export const VEHICLE_RESTRICTION = ['scrapped', 'stolen', 'ban', 'lien', 'inspection-expired'] as const;
export const FUEL = ['PETROL', 'DIESEL', 'ELECTRIC', 'HYBRID', 'GAS', 'OTHER'] as const;

const party = (label: string) =>
  group(label, {
    familyName: Type.Optional(text('Family name', about)),
    givenName: Type.Optional(text('Given name', about)),
    identifiers: Type.Optional(list('Identifiers', PersonIdentifier)),
    legalName: Type.Optional(text('Legal name')),
    organisationIdentifiers: Type.Optional(list('Organisation identifiers', OrganisationNumber)),
    address: Type.Optional(address('Address', about)),
  });

/** A registered vehicle; letters in the notes are codes of the registration document. @see Directive 1999/37/EC */
export const VehicleRegistration = Type.Object(
  {
    registration: group('Registration', {
      number: text('Registration number', { ...about, note: 'A' }),
      firstDate: date('First registration', { note: 'B' }),
      date: date('This registration', { note: 'I' }),
      restrictions: Type.Optional(
        list('Restrictions', oneOf('Restriction', 'vehicle restriction', VEHICLE_RESTRICTION)),
      ),
    }),
    vehicle: group('Vehicle', {
      vin: code('Vehicle identification number', 'ISO 3779', '^[A-HJ-NPR-Z0-9]{17}$', { ...about, note: 'E' }),
      make: text('Make', { note: 'D.1' }),
      type: text('Type', { note: 'D.2' }),
      commercialName: Type.Optional(text('Commercial name', { note: 'D.3' })),
      category: code('Category', 'EU vehicle category', '^(M[1-3]|N[1-3]|O[1-4]|L[1-7]e|T[1-5])$', { note: 'J' }),
      colour: Type.Optional(text('Colour', { note: 'R' })),
    }),
    technical: group('Technical data', {
      fuel: oneOf('Fuel', 'fuel', FUEL, { note: 'P.3' }),
      massInService: Type.Optional(whole('Mass in service, kg', { note: 'G' })),
      maxMass: Type.Optional(whole('Maximum mass, kg', { note: 'F.1' })),
      powerKw: Type.Optional(decimal('Power, kW', { note: 'P.2' })),
      displacement: Type.Optional(decimal('Displacement, cm³', { note: 'P.1' })),
      co2: Type.Optional(decimal('CO2, g/km', { note: 'V.7' })),
      mileage: Type.Optional(group('Mileage', { value: whole('Mileage, km'), date: date('Read on') })),
    }),
    holder: Type.Optional(party('Holder')),
    owner: Type.Optional(party('Owner')),
    inspection: Type.Optional(group('Inspection', { validUntil: date('Inspection valid until') })),
  },
  { title: 'Vehicle registration' },
);
export type VehicleRegistration = Type.Static<typeof VehicleRegistration>;
