import { CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A message that this node has handled. */
@Entity('inbox')
export class InboxMessage {
  @PrimaryColumn('text', { name: 'message_id' })
  readonly messageId!: string;

  /** Value of the party identifier that signed the message. */
  @PrimaryColumn('text', { name: 'sender_access_point' })
  readonly senderAccessPoint!: string;

  /** The database's clock, for housekeeping only. */
  @CreateDateColumn({ type: 'timestamptz', name: 'claimed_at' })
  readonly claimedAt!: Date;
}
