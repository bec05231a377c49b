import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import {
  type ConversationId,
  EDM_BACKGROUND_0_1,
  type ExchangeId,
  type Notification,
  RegistryObjectId,
  RequestId,
  writeNotification,
} from '@oots/edm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { CaseFileEntity } from '../exchange/case-file.entity.js';
import { ExchangeEntity } from '../exchange/exchange.entity.js';
import { OutgoingMessages } from '../exchange/outgoing-messages.js';
import type { StoredSubject } from '../exchange/subject-claims.js';
import { PostgresRegisterRecords } from '../persistence/postgres-register-records.js';
import { ArrivalNotEntered, type ResidenceChange } from '../provider/evidence-register.js';
import { NodeSurroundings } from '../start/node-surroundings.js';

/** The case handler accepts a move: the person is registered here, and the country that was left is told to ask. */
@Injectable()
export class DecideMove {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly messages: OutgoingMessages,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws {NotFoundException} no such case
   * @throws {ConflictException} the case is still collecting evidence, was decided before, or the register cannot enter the person
   */
  async run(caseId: string, change: ResidenceChange): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const caseFile = await transaction.findOne(CaseFileEntity, {
        where: { id: caseId },
        lock: { mode: 'pessimistic_write' },
      });
      if (caseFile === null) throw new NotFoundException('no such case');
      if (caseFile.state !== 'ready') throw new ConflictException(`the case is ${caseFile.state}`);
      await this.register(caseFile, change, transaction);
      await this.tellCountryLeft(caseFile, transaction);
      const decided = { state: 'decided' as const, decidedAt: this.surroundings.clock.now() };
      await transaction.update(CaseFileEntity, caseId, decided);
    });
  }

  private async register(caseFile: CaseFileEntity, change: ResidenceChange, transaction: EntityManager): Promise<void> {
    const { profile, seal } = this.surroundings;
    const subject = seal.open(caseFile.subject) as StoredSubject;
    await enter(() =>
      profile.residenceRegister.registerArrival(subject.claims, change, new PostgresRegisterRecords(transaction)),
    );
    await this.audit.registerUpdated(
      {
        authority: this.authorityOf(caseFile),
        register: profile.residenceRegister.evidenceType,
        subject,
        conversationId: caseFile.conversationId,
      },
      transaction,
    );
  }

  /**
   * Only who handed out the old residence in the background needs to hear of the new one; it learns no more than "ask again".
   * Nobody can subscribe to it: gap G-11.
   */
  private async tellCountryLeft(caseFile: CaseFileEntity, transaction: EntityManager): Promise<void> {
    const { profile, clock, identifiers } = this.surroundings;
    const exchange = await transaction.findOneBy(ExchangeEntity, {
      caseId: caseFile.id,
      evidenceType: profile.residenceRegister.evidenceType,
      state: 'delivered',
      specification: EDM_BACKGROUND_0_1,
    });
    if (exchange?.usageReference == null) return;
    const authority = this.authorityOf(caseFile);
    const notification: Notification = {
      id: RegistryObjectId.mint(identifiers),
      specification: EDM_BACKGROUND_0_1,
      // The arrangement that lets the exchange happen obliges to tell of the outcome: the exchange is the subscription.
      subscription: RegistryObjectId.of(`urn:uuid:${exchange.id}`),
      events: [
        {
          id: RegistryObjectId.mint(identifiers),
          at: clock.now(),
          user: authority.value,
          requestId: RequestId.of(exchange.requestId),
          type: 'Updated',
          objects: [RegistryObjectId.of(`urn:uuid:${exchange.usageReference}`)],
        },
      ],
    };
    const posted = await this.messages.post(
      {
        action: 'Notify',
        conversationId: caseFile.conversationId as ConversationId,
        exchangeId: exchange.id as ExchangeId,
        specification: EDM_BACKGROUND_0_1,
        originalSender: authority,
        finalRecipient: exchange.provider,
        accessPoint: exchange.providerAccessPoint,
        counterpart: exchange.counterpart,
        document: writeNotification(notification),
      },
      transaction,
    );
    await this.audit.notification('sent', posted, notification, exchange.counterpart, transaction);
  }

  private authorityOf(caseFile: CaseFileEntity) {
    const { profile } = this.surroundings;
    const offer = profile.procedures.find(({ procedure }) => procedure === caseFile.procedure);
    return (offer?.authority ?? profile.intermediary).identifier;
  }
}

/** What the register cannot decide, a clerk has to: the case stays ready. */
async function enter(arrival: () => Promise<unknown>): Promise<void> {
  try {
    await arrival();
  } catch (error) {
    if (error instanceof ArrivalNotEntered)
      throw new ConflictException(`the register did not enter the arrival: ${error.reason}`);
    throw error;
  }
}
