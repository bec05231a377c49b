/** What may be wrong with a registration, one message per code. @see LCMErrorCodes */
export const REGISTRATION_EXCEPTIONS = {
  'LCM:ERR:0001': 'A registry object in the Request does not comply with the specification',
  'LCM:ERR:0002': 'An association in the Request does not comply with the specification',
  'LCM:ERR:0003': 'The dataset provided failed to pass the validation and integrity check',
} as const;

export type RegistrationErrorCode = keyof typeof REGISTRATION_EXCEPTIONS;

/** @returns whether `code` is one that a registration may be refused with */
export function isRegistrationErrorCode(code: string): code is RegistrationErrorCode {
  return Object.hasOwn(REGISTRATION_EXCEPTIONS, code);
}

/** The directory understood a registration and declined it as a whole: nothing of it is kept. Never retried unchanged. */
export class RegistrationRefusal extends Error {
  override readonly name = 'RegistrationRefusal';

  /** @param detail the rule, and the object's identifier where it has one; never what a caller wrote elsewhere */
  constructor(
    readonly code: RegistrationErrorCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }

  static object(detail: string): RegistrationRefusal {
    return new RegistrationRefusal('LCM:ERR:0001', detail);
  }

  static association(detail: string): RegistrationRefusal {
    return new RegistrationRefusal('LCM:ERR:0002', detail);
  }

  static integrity(detail: string): RegistrationRefusal {
    return new RegistrationRefusal('LCM:ERR:0003', detail);
  }
}
