import { BACKGROUND_REFUSALS } from './background-refusals.js';
import { EDM_EXCEPTIONS, type EdmException } from './edm-exception.js';
import type { Finding } from '../reading.js';

/** A request understood well enough to decline. Becomes an EDM exception; never retried. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /** @param detail a rule, a reason code or a chapter, for whoever debugs at the other end; never personal data */
  constructor(
    readonly exception: EdmException,
    readonly detail: string,
  ) {
    super(`${exception.code}: ${detail}`);
  }

  /** @param rule id of the rule that the request breaks */
  static invalid(rule: string): Refusal {
    return new Refusal(EDM_EXCEPTIONS.invalidRequest, rule);
  }

  /**
   * The first FATAL finding names the rule; one of the background profile stands behind its reason code.
   *
   * @throws {RangeError} when no finding is FATAL
   */
  static because(findings: readonly Finding[]): Refusal {
    const fatal = findings.find((finding) => finding.severity === 'FATAL');
    if (fatal === undefined) throw new RangeError('nothing to refuse: no finding is FATAL');
    return Refusal.invalid(
      fatal.rule.startsWith('BG-') ? `${BACKGROUND_REFUSALS.malformed} ${fatal.rule}` : fatal.rule,
    );
  }

  /** @param what is not served; the same words for nobody, several people and a protected person */
  static notServed(what: string): Refusal {
    return new Refusal(EDM_EXCEPTIONS.objectNotFound, what);
  }

  /** @param reason code of the refusal, such as `EDM-BG:ERR:0002` */
  static notAuthorised(reason: string): Refusal {
    return new Refusal(EDM_EXCEPTIONS.missingAuthorization, reason);
  }

  /** @param reason code of the refusal, such as `EDM-BG:ERR:0007` */
  static unsupported(reason: string): Refusal {
    return new Refusal(EDM_EXCEPTIONS.unsupportedCapability, reason);
  }

  /** @param limit that passed: `T1`, `T3` */
  static timedOut(limit: string): Refusal {
    return new Refusal(EDM_EXCEPTIONS.timeout, limit);
  }
}
