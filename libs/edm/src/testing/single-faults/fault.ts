import type { Change } from './change.js';

/** The valid messages that faults start from, by what is special about them. */
export type BaseName =
  | 'request'
  | 'company'
  | 'response'
  | 'companyResponse'
  | 'deferral'
  | 'error'
  | 'preview'
  | 'header'
  | 'answerHeader'
  | 'notify'
  | 'notification';

/** One way to break one rule and, but for the named ones that say the same, no other. */
export interface Fault {
  readonly rule: string;
  readonly base: BaseName;
  readonly change: Change;
  /** Rules that the same fault breaks in every message: they say the same or more. */
  readonly also: readonly string[];
}

/** @param prefix of the rule ids, so that a table can leave it out: `R-EDM-REQ-` */
export function faultsOf(prefix: string, base: BaseName) {
  const full = (id: string) => (/^(R|POC|BG)-/.test(id) ? id : `${prefix}${id}`);
  const of =
    (from: BaseName) =>
    (id: string, change: Change, ...also: readonly string[]): Fault => ({
      rule: full(id),
      base: from,
      change,
      also: also.map(full),
    });
  return Object.assign(of(base), { of });
}
