import { addressElement, addressSplit } from './address-part.js';
import { calendarDate } from './calendar-date.js';
import { codeMap } from './code-map.js';
import { countryCode } from './country-code.js';
import { plainText } from './plain-text.js';
import type { Transform } from './transform.js';

/** The models' marital status in the codes of the Finnish population register. */
export const MARITAL_STATUS_FI: Readonly<Record<string, string>> = {
  SINGLE: '1',
  MARRIED: '2',
  SEPARATED: '3',
  DIVORCED: '4',
  WIDOWED: '5',
  PARTNERSHIP: '6',
};

/** Every transform by the name that mapping tables and forms use. */
export const TRANSFORMS = {
  none: plainText,
  date: calendarDate,
  alpha2: countryCode,
  'address:street': addressElement('street'),
  'address:post-code': addressElement('postCode'),
  'address:town': addressElement('town'),
  'split:street': addressSplit('street'),
  'split:post-code': addressSplit('postCode'),
  'split:town': addressSplit('town'),
  'code:marital-status-fi': codeMap(MARITAL_STATUS_FI),
} as const satisfies Readonly<Record<string, Transform>>;

export type TransformName = keyof typeof TRANSFORMS;
