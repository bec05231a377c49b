import { nothing, unmapped } from './transform.js';
import type { Transform, Transformed } from './transform.js';

/** Street, post code and town, as a form asks for them. */
export type AddressPart = 'street' | 'postCode' | 'town';

/** Elements of the common address that make up a part. */
const ELEMENTS: Readonly<Record<AddressPart, readonly string[]>> = {
  street: ['thoroughfare', 'locatorDesignator'],
  postCode: ['postCode'],
  town: ['postName'],
};

/** `Sadama 3-5, 10111 Tallinn`, `Storgatan 1, 111 22 Stockholm`: Estonia, Finland, Sweden, Norway, Lithuania. */
const CODE_FIRST = /^(?<street>.+?), *(?<postCode>(?:[A-Z]{2}-)?\d{4,5}|\d{3} \d{2}) +(?<town>[^\d,]+)$/u;
/** `Brīvības iela 1 - 2, Rīga, LV-1010`: Latvia. */
const CODE_LAST = /^(?<street>.+?), *(?<town>[^\d,]+), *(?<postCode>[A-Z]{2}-\d{4})$/u;

/** One part of a structured address, from its own elements. */
export function addressElement(part: AddressPart): Transform {
  const [main, ...others] = ELEMENTS[part];
  return (value) => {
    const present = [main, ...others].flatMap((name) => {
      const text = name === undefined ? undefined : textAt(value, name);
      return text === undefined ? [] : [{ name, text }];
    });
    if (present[0]?.name !== main) return nothing;
    return {
      outcome: 'value',
      text: present.map(({ text }) => text).join(' '),
      confidence: present.length === 1 ? 'exact' : 'mapped',
      read: present.map(({ name }) => `/${name ?? ''}`),
    };
  };
}

/** One part of an address that is written in one line: a guess at where the parts begin, and marked as one. */
export function addressSplit(part: AddressPart): Transform {
  return (value): Transformed => {
    if (typeof value !== 'string') return unmapped('the register has no address there');
    const text = (CODE_FIRST.exec(value) ?? CODE_LAST.exec(value))?.groups?.[part];
    if (text === undefined) return unmapped('the address of the register has another form');
    return { outcome: 'value', text, confidence: 'approx' };
  };
}

function textAt(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const text = (value as Record<string, unknown>)[name];
  return typeof text === 'string' && text !== '' ? text : undefined;
}
