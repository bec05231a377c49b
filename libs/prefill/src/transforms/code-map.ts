import { unmapped } from './transform.js';
import type { Transform } from './transform.js';

/** Code by code; a code that the table does not know stays unmapped, it is never guessed. */
export function codeMap(codes: Readonly<Record<string, string>>): Transform {
  return (value) => {
    const code = typeof value === 'string' && Object.hasOwn(codes, value) ? codes[value] : undefined;
    if (code === undefined) return unmapped('the code of the register has no counterpart here');
    return { outcome: 'value', text: code, confidence: 'mapped' };
  };
}
