/** What a request says about the natural or legal person it asks about. Personal data: never logged. */
export interface SubjectClaims {
  /** `EE/FI/60001019906`, or of a legal person. Never parsed for a national number: the country's profile says how it resolves. */
  readonly eidasIdentifier?: string;
  /** As the country's own eID asserts it, when somebody signs in at the provider. Never part of a request. */
  readonly nationalIdentifier?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  /** Family name at birth, where it is claimed beside the present one. */
  readonly birthName?: string;
  /** ISO 8601 calendar date */
  readonly dateOfBirth?: string;
  readonly legalName?: string;
}

/** One person or company inside one register: opaque outside of it. */
export type RegisterKey = string & { readonly registerKey: unique symbol };

/**
 * Whom a register holds under what a request claims. Only `one` releases anything; the three others look the same from
 * outside. @see Reg. (EU) 2022/1463 art. 16, TDD 2.1
 */
export type Match =
  | { readonly outcome: 'one'; readonly key: RegisterKey }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'several'; readonly count: number }
  | { readonly outcome: 'protected' };

/** A structured evidence, canonical JSON with the common envelope of `@oots/evidence`. */
export type EvidenceDocument = Readonly<Record<string, unknown>>;

/** Where a register keeps its records, in its country's own shape. Adapters stand on PostgreSQL or on memory. */
export interface RegisterRecords {
  get(register: string, key: string): Promise<RegisterRecord | undefined>;
  /** @returns the records whose top-level fields equal all of `fields` */
  where(register: string, fields: Readonly<Record<string, string>>): Promise<readonly RegisterRecord[]>;
  put(register: string, key: string, record: RegisterRecord): Promise<void>;
}

/** One row of a national register: national field names, code systems, identifiers. */
export type RegisterRecord = Readonly<Record<string, unknown>>;

/** A national register that can answer for one evidence type. One adapter per register and country. */
export interface EvidenceRegister {
  /** Name of the evidence model in `@oots/evidence`, `residence`. */
  readonly evidenceType: string;

  /** @returns whom the claims mean in this register */
  match(subject: SubjectClaims, records: RegisterRecords): Promise<Match>;

  /**
   * @param issuedAt the time of extraction
   * @returns the whole evidence, mapped to the common model; undefined when nothing is on record
   */
  extract(key: RegisterKey, records: RegisterRecords, issuedAt: Date): Promise<EvidenceDocument | undefined>;

  /**
   * For a register of companies: whether a person who signed in may see what it holds of one.
   *
   * @param person asserted by the person's national eID
   * @returns true for somebody who represents the company alone
   */
  mayActFor?(person: SubjectClaims, company: RegisterKey, records: RegisterRecords): Promise<boolean>;

  /**
   * For a register that cannot always answer at once: a paper archive, a qualification that is being confirmed.
   *
   * @returns when the evidence can be asked for again; undefined, or not after `now`: it can be had now
   * @see TDD 4.5.2, `ResponseAvailableDateTime`
   */
  availableFrom?(key: RegisterKey, records: RegisterRecords, now: Date): Promise<Date | undefined>;
}

/** A new residence, as another Member State or the person reports it. */
export interface ResidenceChange {
  readonly movedOn: string;
  readonly address: {
    readonly fullAddress: string;
    readonly thoroughfare?: string;
    readonly locatorDesignator?: string;
    readonly postCode?: string;
    readonly postName?: string;
    /** alpha-2 */
    readonly adminUnitL1: string;
    readonly adminUnitL2?: string;
  };
  /** What else the notice says of the person; a register that has to enter somebody new needs it. */
  readonly sex?: 'FEMALE' | 'MALE';
  /** alpha-2 */
  readonly citizenship?: readonly string[];
}

/** An arrival that cannot be entered: a clerk has to find out who it is. */
export class ArrivalNotEntered extends Error {
  override readonly name = 'ArrivalNotEntered';

  /** @param reason never personal data */
  constructor(
    readonly reason:
      | 'several persons fit'
      | 'identifier and person do not fit'
      | 'name or date of birth is missing'
      | 'no number is free',
  ) {
    super(`arrival not entered: ${reason}`);
  }
}

/** A population register that can also record what a procedure decided. */
export interface ResidenceRegister extends EvidenceRegister {
  /** Enters a person who moves in from abroad, or changes the residence of one already on record. Idempotent. @throws {ArrivalNotEntered} */
  registerArrival(subject: SubjectClaims, change: ResidenceChange, records: RegisterRecords): Promise<RegisterKey>;

  /** Ends the residence here because the person moved abroad; the last change wins. Idempotent. */
  registerDeparture(key: RegisterKey, change: ResidenceChange, records: RegisterRecords): Promise<void>;
}
