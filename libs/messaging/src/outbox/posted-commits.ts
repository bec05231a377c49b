import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';

/** Tells of the transactions that posted, once they have committed: the relay must not look before. */
export class PostedCommits implements EntitySubscriberInterface {
  private readonly posted = new WeakSet<QueryRunner>();
  private readonly listeners = new Set<() => void>();

  constructor(database: DataSource) {
    database.subscribers.push(this);
  }

  /** @param runner whose open transaction posts */
  mark(runner: QueryRunner): void {
    this.posted.add(runner);
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  afterTransactionCommit({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    // A savepoint was released: the transaction around it is still open.
    if (queryRunner.isTransactionActive || !this.posted.delete(queryRunner)) return;
    for (const listener of this.listeners) listener();
  }

  afterTransactionRollback({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    if (!queryRunner.isTransactionActive) this.posted.delete(queryRunner);
  }
}
