import { nothing, unmapped } from './transform.js';
import type { Transform } from './transform.js';

/** The text as the register spells it, diacritics included. */
export const plainText: Transform = (value) => {
  if (value === '') return nothing;
  if (typeof value === 'string') return { outcome: 'value', text: value, confidence: 'exact' };
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { outcome: 'value', text: String(value), confidence: 'exact' };
  }
  return unmapped('the register has no text there');
};
