import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One leaf of the tree: the place that an entry was given. Outlives its entry, so that proofs hold after the retention. */
@Entity({ name: 'audit_leaf' })
export class AuditLeafRow {
  /** From 0, without gaps. `bigint`, hence text. */
  @PrimaryColumn({ name: 'leaf_index', type: 'bigint', update: false })
  readonly leafIndex!: string;

  @Column({ name: 'entry_id', type: 'uuid', unique: true, update: false })
  readonly entryId!: string;

  /** 32 bytes. */
  @Column({ name: 'leaf_hash', type: 'bytea', update: false })
  readonly leafHash!: Buffer;
}
