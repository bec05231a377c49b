import Type from 'typebox';
import { date, group, list, oneOf } from './elements.js';
import { HouseholdMember, Subject, address } from './parts.js';

export const RESIDENCE_TYPE = ['permanent', 'temporary', 'municipal-registration'] as const;

/**
 * Where a person is registered as living, and since when. There is no element for restrictions on disclosure: a protected
 * person's residence is not given at all.
 */
export const Residence = Type.Object(
  {
    subject: Subject,
    residence: group('Residence', {
      type: oneOf('Type of residence', 'type of residence', RESIDENCE_TYPE, { personal: true }),
      address: address('Address', { personal: true }),
      startDate: date('Resident since', { personal: true }),
      endDate: Type.Optional(date('Resident until', { personal: true, note: 'present when no longer resident' })),
    }),
    household: Type.Optional(
      group('Household', {
        members: list('Members', HouseholdMember),
      }),
    ),
  },
  { title: 'Registered residence' },
);
export type Residence = Type.Static<typeof Residence>;
