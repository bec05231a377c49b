import { UnprocessableEntityException } from '@nestjs/common';

/** The country does not run the procedure, so nobody here may ask for evidence in it. */
export class ProcedureNotOffered extends UnprocessableEntityException {
  constructor(procedure: string) {
    super(`procedure ${procedure} is not offered here`);
  }
}

/** The other country declares nothing that a machine could use for this procedure. */
export class NothingToAskFor extends UnprocessableEntityException {
  constructor(procedure: string, country: string) {
    super(`${country} declares no structured evidence for procedure ${procedure}`);
  }
}

/** The policy allows the exchange only on a consent, and none was given. */
export class ConsentNeeded extends UnprocessableEntityException {
  constructor(rule: string) {
    super(`policy rule ${rule} allows this exchange on consent only`);
  }
}
