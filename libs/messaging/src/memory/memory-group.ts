import type { MessageHandler } from '../delivery/message-handler.js';
import type { TransportMessage } from '../transport.js';
import type { MessageLog } from './message-log.js';

const BATCH = 64;

/** One client that takes its share of a group's partitions. */
export interface GroupMember {
  readonly handler: MessageHandler;
  readonly stopping: AbortSignal;
}

/** The members that share one topic, and how far they have come: both outlive any one member. */
export class MemoryGroup {
  private readonly members: GroupMember[] = [];
  private readonly committed: number[];
  /** Partitions that are being worked on. */
  private readonly awake = new Set<number>();
  /** What is in hand, per partition. */
  private readonly inHand = new Map<number, { readonly member: GroupMember; readonly done: Promise<void> }>();

  /** @param advanced called when the group has moved past messages of a partition */
  constructor(
    private readonly partitions: readonly MessageLog[],
    private readonly advanced: (partition: number) => void,
  ) {
    this.committed = partitions.map((log) => log.start);
  }

  /** Offset of the first message of the partition that is not handled. */
  position(partition: number): number {
    return this.committed[partition] ?? 0;
  }

  join(member: GroupMember): void {
    this.members.push(member);
    this.wakeAll();
  }

  /** Resolves when nothing of the member's is under way; its partitions belong to the others. */
  async leave(member: GroupMember): Promise<void> {
    const index = this.members.indexOf(member);
    if (index !== -1) this.members.splice(index, 1);
    await Promise.all([...this.inHand.values()].filter((each) => each.member === member).map((each) => each.done));
    this.wakeAll();
  }

  /** Works on the partition until it is empty or nobody is there; harmless while it is being worked on. */
  wake(partition: number): void {
    if (this.awake.has(partition)) return;
    this.awake.add(partition);
    void this.workOn(partition);
  }

  private wakeAll(): void {
    this.partitions.forEach((_, partition) => {
      this.wake(partition);
    });
  }

  private async workOn(partition: number): Promise<void> {
    // A sender returns before its message is handled, as over a real network.
    await Promise.resolve();
    for (;;) {
      const member = this.members[partition % this.members.length];
      const messages = this.partitions[partition]?.read(this.position(partition), BATCH) ?? [];
      if (member === undefined || messages.length === 0) {
        this.awake.delete(partition);
        return;
      }
      const done = this.handOver(messages, partition, member);
      this.inHand.set(partition, { member, done });
      await done;
      this.inHand.delete(partition);
    }
  }

  private async handOver(
    messages: readonly TransportMessage[],
    partition: number,
    { handler, stopping }: GroupMember,
  ): Promise<void> {
    const handled = await handler.workThrough(messages, stopping);
    this.committed[partition] = this.position(partition) + handled;
    this.advanced(partition);
  }
}
