import { Column, Entity, PrimaryColumn } from 'typeorm';

/** This access point's signed word that it holds a message. */
@Entity('issued_receipt')
export class IssuedReceipt {
  @PrimaryColumn('text', { name: 'message_id' })
  readonly messageId!: string;

  /** Value of the party identifier that the receipt is for. */
  @PrimaryColumn('text', { name: 'sender_access_point' })
  readonly senderAccessPoint!: string;

  /** Compact JWS. */
  @Column({ type: 'text', update: false })
  readonly jws!: string;

  @Column({ type: 'timestamptz', name: 'issued_at', update: false })
  readonly issuedAt!: Date;
}
