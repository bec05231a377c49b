import { Injectable } from '@nestjs/common';
import { TreeSequencer } from '@oots/audit';
import type { Cancellation } from '@oots/edm';
import { PreviewSpace } from '../provider/preview-space.js';
import { AskDeferred } from '../requester/ask-deferred.js';
import { ExpireExchanges } from '../requester/expire-exchanges.js';
import { FollowNotifications } from '../residence/follow-notifications.js';
import { NodeLog } from './node-log.js';
import { NodeSurroundings } from './node-surroundings.js';

/** What a node does by itself from time to time: time-outs, evidence that was put off, notifications to follow, sealing the log. */
@Injectable()
export class Housekeeping {
  private readonly stops: (() => Promise<void>)[] = [];

  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly exchanges: ExpireExchanges,
    private readonly deferred: AskDeferred,
    private readonly previews: PreviewSpace,
    private readonly notifications: FollowNotifications,
    private readonly sequencer: TreeSequencer,
    private readonly log: NodeLog,
  ) {}

  start(): void {
    const { TIMEOUT_SWEEP_MILLISECONDS, AUDIT_SEAL_MILLISECONDS } = this.surroundings.config;
    this.every(TIMEOUT_SWEEP_MILLISECONDS, 'time-outs', () => this.exchanges.run());
    this.every(TIMEOUT_SWEEP_MILLISECONDS, 'deferrals', () => this.deferred.run());
    this.every(TIMEOUT_SWEEP_MILLISECONDS, 'previews', () => this.previews.expire());
    this.every(TIMEOUT_SWEEP_MILLISECONDS, 'notifications', () => this.notifications.run());
    this.every(AUDIT_SEAL_MILLISECONDS, 'audit-seal', () => this.sequencer.sealAll());
  }

  /** Waits for what is under way, and seals what it left. */
  async stop(): Promise<void> {
    await Promise.all(this.stops.splice(0).map((stop) => stop()));
    await this.sequencer.sealAll();
  }

  /** @param pause milliseconds from the end of one round to the start of the next */
  private every(pause: number, name: string, work: () => Promise<unknown>): void {
    let stopped = false;
    let underWay = Promise.resolve();
    let cancel: Cancellation = () => undefined;
    const round = async () => {
      try {
        await work();
      } catch (error) {
        this.log.defect(name, error);
      }
      if (!stopped) next();
    };
    const next = () => {
      cancel = this.surroundings.clock.schedule(pause, () => {
        underWay = round();
      });
    };
    next();
    this.stops.push(async () => {
      stopped = true;
      cancel();
      await underWay;
    });
  }
}
