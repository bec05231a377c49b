import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `offered` until the second request comes, `awaiting-decision` while the person looks; the rest is final. */
export type PreviewState = 'offered' | 'awaiting-decision' | 'accepted' | 'declined' | 'not-signed-in' | 'expired';

/** One preview: the link this provider issued, and the request that waits for the person. @see TDD 4.9 */
@Entity({ name: 'preview' })
export class PreviewEntity {
  /** Last segment of the link: unguessable, one per request. */
  @PrimaryColumn('text') readonly token!: string;
  @Column('uuid', { name: 'exchange_id' }) readonly exchangeId!: string;
  @Column('text') readonly location!: string;
  @Column('text') readonly counterpart!: string;
  @Column('text') state!: PreviewState;
  /** T2 while offered, T3 while the person decides. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('text', { name: 'return_location', nullable: true }) returnLocation!: string | null;
  /** Header of the second request. */
  @Column('text', { nullable: true }) header!: string | null;
  /** The second request as it arrived, sealed. */
  @Column('bytea', { nullable: true }) request!: Buffer | null;
  /** Sign-ins that failed. */
  @Column('integer', { name: 'failed_sign_ins', default: 0 }) failedSignIns!: number;
  /** Digest of the session of the browser in which the person signed in last. */
  @Column('text', { nullable: true }) session!: string | null;
  /** The register's key of whom the request means, sealed; known once the person signed in. */
  @Column('bytea', { nullable: true }) subject!: Buffer | null;
}
