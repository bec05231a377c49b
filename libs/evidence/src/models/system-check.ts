import Type from 'typebox';
import { country, group, oneOf } from './elements.js';
import { OrganisationReference } from './parts.js';

/** What a provider answers in a system check: that it is there. It tells nothing about any person. */
export const SystemCheck = Type.Object(
  {
    systemCheck: group('System check', {
      country: country('Country that answered'),
      operator: OrganisationReference,
      result: oneOf('Result', 'result of a system check', ['answered']),
    }),
  },
  { title: 'System check' },
);
export type SystemCheck = Type.Static<typeof SystemCheck>;
