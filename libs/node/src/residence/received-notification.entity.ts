import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change at a provider that this node was told of. `waiting` until a case asks what changed; `unknown-request` is final. */
@Entity({ name: 'received_notification' })
export class ReceivedNotificationEntity {
  @PrimaryColumn('text', { name: 'event_id' }) readonly eventId!: string;
  /** The request that the provider answered, or that it sent: by it this node knows whom the event is about. */
  @Column('text', { name: 'request_id' }) readonly requestId!: string;
  @Column('text') readonly counterpart!: string;
  @Column('text') state!: 'waiting' | 'followed' | 'unknown-request' | 'given-up';
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'received_at' }) readonly receivedAt!: Date;
  @Column('timestamptz', { name: 'next_attempt_at' }) nextAttemptAt!: Date;
}
