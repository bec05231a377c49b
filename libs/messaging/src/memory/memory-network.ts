import { createHash } from 'node:crypto';
import type { TransportMessage } from '../transport.js';
import { MemoryGroup } from './memory-group.js';
import { MessageLog } from './message-log.js';

interface Topic {
  readonly partitions: readonly MessageLog[];
  readonly groups: Map<string, MemoryGroup>;
}

/**
 * The network inside one process: outlives the transports that use it, as a broker outlives its clients. A message is held
 * until every group of its topic has handled it; without a group it is held for good.
 */
export class MemoryNetwork {
  private readonly topics = new Map<string, Topic>();

  /** @param partitions of every topic */
  constructor(private readonly partitions = 6) {}

  append(name: string, message: TransportMessage): void {
    const topic = this.topic(name);
    const partition = createHash('sha1').update(message.key).digest().readUInt32BE() % this.partitions;
    topic.partitions[partition]?.append({
      key: message.key,
      headers: { ...message.headers },
      value: Uint8Array.from(message.value),
    });
    for (const group of topic.groups.values()) group.wake(partition);
  }

  /** @returns the messages that the topic still holds, per key in order */
  held(name: string): readonly TransportMessage[] {
    return this.topic(name).partitions.flatMap((log) => log.read(log.start, Infinity));
  }

  /** @returns the group of that name, which begins with the oldest message held when it is new */
  group(topicName: string, groupName: string): MemoryGroup {
    const topic = this.topic(topicName);
    const known = topic.groups.get(groupName);
    if (known !== undefined) return known;
    const group = new MemoryGroup(topic.partitions, (partition) => {
      const positions = [...topic.groups.values()].map((each) => each.position(partition));
      topic.partitions[partition]?.forgetBefore(Math.min(...positions));
    });
    topic.groups.set(groupName, group);
    return group;
  }

  private topic(name: string): Topic {
    const known = this.topics.get(name);
    if (known !== undefined) return known;
    const partitions = Array.from({ length: this.partitions }, () => new MessageLog());
    const topic = { partitions, groups: new Map<string, MemoryGroup>() };
    this.topics.set(name, topic);
    return topic;
  }
}
