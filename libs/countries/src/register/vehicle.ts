import type { VehicleRegistration } from '@oots/evidence';
import type { PersonEvidence } from './person-register.js';

export type Fuel = VehicleRegistration['technical']['fuel'];
export type VehicleRestriction = NonNullable<VehicleRegistration['registration']['restrictions']>[number];

/** A vehicle in the register, under the number of the person who holds and owns it. */
export interface RegisteredVehicle {
  readonly plate: string;
  readonly vin: string;
  readonly make: string;
  readonly type: string;
  readonly commercialName: string;
  readonly category: string;
  readonly colour: string;
  readonly firstRegistered: string;
  readonly registered: string;
  readonly fuel: Fuel;
  /** kg */
  readonly massInService: number;
  /** kg */
  readonly maxMass: number;
  readonly powerKw: number;
  /** cm³ */
  readonly displacement?: number;
  /** g/km */
  readonly co2: number;
  /** km */
  readonly mileage: number;
  readonly mileageReadOn: string;
  readonly inspectionUntil: string;
  readonly restrictions: readonly VehicleRestriction[];
}

/** Vehicles as evidence of registration, in the terms of Directive 1999/37/EC. */
export const vehicleEvidence: PersonEvidence<'vehicle-registration', RegisteredVehicle> = {
  body: (vehicle, { familyName, givenName, identifiers }) => ({
    registration: {
      number: vehicle.plate,
      firstDate: vehicle.firstRegistered,
      date: vehicle.registered,
      restrictions: [...vehicle.restrictions],
    },
    vehicle: {
      vin: vehicle.vin,
      make: vehicle.make,
      type: vehicle.type,
      commercialName: vehicle.commercialName,
      category: vehicle.category,
      colour: vehicle.colour,
    },
    technical: {
      fuel: vehicle.fuel,
      massInService: vehicle.massInService,
      maxMass: vehicle.maxMass,
      powerKw: vehicle.powerKw,
      ...(vehicle.displacement === undefined ? {} : { displacement: vehicle.displacement }),
      co2: vehicle.co2,
      mileage: { value: vehicle.mileage, date: vehicle.mileageReadOn },
    },
    holder: { familyName, givenName, identifiers },
    owner: { familyName, givenName, identifiers },
    inspection: { validUntil: vehicle.inspectionUntil },
  }),
  fact: ({ registered }) => ({ validFrom: registered }),
};
