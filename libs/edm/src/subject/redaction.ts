/** The key under which Node's `util.inspect`, hence `console.log`, asks an object how to print it. */
export const INSPECT = Symbol.for('nodejs.util.inspect.custom');
