import type { RegisteredContent } from './registered-object.js';

/** Whether objects may replace those that have their identifiers. */
export type SubmitMode = 'CreateOrReplace' | 'CreateOnly';

/** `lcm:SubmitObjectsRequest`: objects to keep. Whatever it does not name stays as it is. */
export interface SubmitObjects extends RegisteredContent {
  readonly kind: 'submit';
  /** `urn:uuid:<UUID>` */
  readonly id: string;
  readonly mode: SubmitMode;
}

/** `lcm:RemoveObjectsRequest`: objects to forget, their associations with them. */
export interface RemoveObjects {
  readonly kind: 'remove';
  /** `urn:uuid:<UUID>` */
  readonly id: string;
  /** Identifiers of objects and associations; one that is not there counts as removed. */
  readonly targets: readonly string[];
}

/** A life-cycle management message. @see TDD 3.1.4, 3.2.4 */
export type RegistrationRequest = SubmitObjects | RemoveObjects;
