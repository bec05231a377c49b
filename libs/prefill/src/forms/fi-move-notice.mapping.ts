import type { MappingTable } from '../mapping/mapping-table.js';

/** @see use-cases, UC1 */
export const residenceToFiMoveNotice: MappingTable = {
  identifier: 'residence-to-fi-move-notice',
  version: '1.0',
  form: 'fi-move-notice',
  evidenceType: 'residence',
  rows: [
    {
      field: 'foreignPersonalCode',
      from: [
        { path: '/subject/identifiers[current=true]/value', transform: 'none' },
        { path: '/subject/identifiers/0/value', transform: 'none' },
      ],
    },
    { field: 'familyName', from: [{ path: '/subject/familyName', transform: 'none' }] },
    { field: 'givenNames', from: [{ path: '/subject/givenName', transform: 'none' }] },
    { field: 'dateOfBirth', from: [{ path: '/subject/dateOfBirth', transform: 'date' }] },
    { field: 'citizenship', from: [{ path: '/subject/citizenship/0', transform: 'alpha2' }] },
    { field: 'maritalStatus', from: [{ path: '/subject/maritalStatus', transform: 'code:marital-status-fi' }] },
    { field: 'previousCountry', from: [{ path: '/residence/address/adminUnitL1', transform: 'alpha2' }] },
    {
      field: 'previousStreet',
      from: [
        { path: '/residence/address', transform: 'address:street' },
        { path: '/residence/address/fullAddress', transform: 'split:street' },
      ],
    },
    {
      field: 'previousPostCode',
      from: [
        { path: '/residence/address', transform: 'address:post-code' },
        { path: '/residence/address/fullAddress', transform: 'split:post-code' },
      ],
    },
    {
      field: 'previousTown',
      from: [
        { path: '/residence/address', transform: 'address:town' },
        { path: '/residence/address/fullAddress', transform: 'split:town' },
      ],
    },
    { field: 'movedFromSince', from: [{ path: '/residence/startDate', transform: 'date' }] },
  ],
};

/** Who might move along: the person ticks who does. */
export const familyToFiMoveNotice: MappingTable = {
  identifier: 'family-to-fi-move-notice',
  version: '1.0',
  form: 'fi-move-notice',
  evidenceType: 'family-composition',
  rows: [
    {
      field: 'childrenMovingAlong',
      from: [{ path: '/household/members[relationship=CHILD]', transform: 'none' }],
      columns: {
        familyName: { path: '/familyName', transform: 'none' },
        givenNames: { path: '/givenName', transform: 'none' },
        dateOfBirth: { path: '/dateOfBirth', transform: 'date' },
        custody: { path: '/custody', transform: 'none' },
      },
    },
  ],
};
