import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One signed tree head. The signature covers everything here but the frontier, which the root follows from. */
@Entity({ name: 'audit_tree_head' })
export class AuditTreeHeadRow {
  /** Number of leaves. `bigint`, hence text. */
  @PrimaryColumn({ name: 'tree_size', type: 'bigint', update: false })
  readonly treeSize!: string;

  @Column({ name: 'root_hash', type: 'bytea', update: false })
  readonly rootHash!: Buffer;

  /** Roots of the complete subtrees, largest first, 32 bytes each. */
  @Column({ type: 'bytea', update: false })
  readonly frontier!: Buffer;

  /** UTC, ISO 8601. */
  @Column({ name: 'signed_at', type: 'text', update: false })
  readonly signedAt!: string;

  @Column({ type: 'text', update: false })
  readonly jws!: string;
}
