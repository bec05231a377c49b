import type { Codec } from './record-shape.js';

/** `24.02.1987` */
export const dotted: Codec<string> = {
  national: (isoDate) => isoDate.split('-').reverse().join('.'),
  common: (national: string) => national.split('.').reverse().join('-'),
};

/** `19870224` */
export const compact: Codec<string> = {
  national: (isoDate) => isoDate.replaceAll('-', ''),
  common: (national: string) => `${national.slice(0, 4)}-${national.slice(4, 6)}-${national.slice(6, 8)}`,
};
