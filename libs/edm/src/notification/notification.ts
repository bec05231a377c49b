import type { RegistryObjectId, RequestId } from '../identifiers.js';
import type { SpecificationId } from '../specification.js';

/** What happened to the evidence, of the RegRep event types. */
export type EventType = 'Created' | 'Updated' | 'Deleted';

/** One change at the provider. Opaque ids only: it says "ask again" and nothing about the person. */
export interface NotifiedEvent {
  /** By which the receiver tells repetitions apart. */
  readonly id: RegistryObjectId;
  readonly at: Date;
  /** Identifier value of the organisation in whose register it happened. */
  readonly user: string;
  /** The request that first delivered the evidence. */
  readonly requestId?: RequestId;
  readonly type: EventType;
  /** Evidence affected, at least one. */
  readonly objects: readonly RegistryObjectId[];
}

/** `rim:Notification` of the background profile. */
export interface Notification {
  readonly id: RegistryObjectId;
  readonly specification: SpecificationId;
  readonly subscription: RegistryObjectId;
  /** At least one. */
  readonly events: readonly NotifiedEvent[];
}
