import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AnsweredRequestEntity } from '../exchange/answered-request.entity.js';
import { type StoredSubject, subjectOf } from '../exchange/subject-claims.js';
import { OpenCase } from '../requester/open-case.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { NodeLog } from '../start/node-log.js';
import { ReceivedNotificationEntity } from './received-notification.entity.js';

const ATTEMPTS = 8;
const FIRST_PAUSE = 1_000;

/**
 * Opens a case for every notification that waits: what changed is asked for as a normal request, with basis and permission
 * checked again. Runs after the transaction that received, because it asks the directories. @see background exchange, 5.5
 */
@Injectable()
export class FollowNotifications {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly openCase: OpenCase,
    private readonly log: NodeLog,
  ) {}

  /** @returns the number of notifications followed */
  async run(): Promise<number> {
    let followed = 0;
    for (const waiting of await this.due()) {
      if (await this.follow(waiting)) followed += 1;
    }
    return followed;
  }

  private due(): Promise<ReceivedNotificationEntity[]> {
    return this.database
      .createQueryBuilder(ReceivedNotificationEntity, 'notification')
      .where(`notification.state = 'waiting' AND notification.nextAttemptAt <= :now`, {
        now: this.surroundings.clock.now(),
      })
      .orderBy('notification.receivedAt')
      .limit(16)
      .getMany();
  }

  private async follow(notification: ReceivedNotificationEntity): Promise<boolean> {
    const { eventId, requestId, counterpart } = notification;
    const answered = await this.database.manager.findOneByOrFail(AnsweredRequestEntity, { requestId });
    try {
      await this.openCase.run({
        procedure: answered.procedure,
        providerCountry: counterpart,
        subject: subjectOf(this.surroundings.seal.open(answered.subject) as StoredSubject),
        explicitRequest: false,
        evidenceTypes: [answered.evidenceType],
        followsNotification: eventId,
      });
    } catch (error) {
      if (!(await this.isOpen(eventId))) return this.postpone(notification, error);
    }
    await this.database.manager.update(ReceivedNotificationEntity, eventId, { state: 'followed' });
    return true;
  }

  /** Whether an earlier attempt, or another instance, opened the case before it could mark the notification. */
  private isOpen(eventId: string): Promise<boolean> {
    return this.database.manager
      .query('SELECT 1 FROM case_file WHERE follows_notification = $1', [eventId])
      .then((rows: unknown[]) => rows.length > 0);
  }

  private async postpone(notification: ReceivedNotificationEntity, error: unknown): Promise<false> {
    this.log.defect('follow-notification', error);
    const attempts = notification.attempts + 1;
    await this.database.manager.update(ReceivedNotificationEntity, notification.eventId, {
      attempts,
      state: attempts < ATTEMPTS ? 'waiting' : 'given-up',
      nextAttemptAt: new Date(this.surroundings.clock.now().getTime() + FIRST_PAUSE * 2 ** attempts),
    });
    return false;
  }
}
