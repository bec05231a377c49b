import { type DynamicModule, Module } from '@nestjs/common';
import { AuditLog, TreeSequencer } from '@oots/audit';
import { Inbox, Outbox, Receipts } from '@oots/messaging';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { DroppedMessages } from '../exchange/dropped-messages.js';
import { ExchangesController } from '../exchange/exchanges.controller.js';
import { MessageJournal } from '../exchange/message-journal.js';
import { OutgoingMessages } from '../exchange/outgoing-messages.js';
import { HealthController } from '../http/health.controller.js';
import { MetricsController } from '../http/metrics.controller.js';
import { NodeDescriptionController } from '../http/node-description.controller.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { DispatchMessage } from '../inbound/dispatch-message.js';
import { InboundController } from '../inbound/inbound.controller.js';
import { DeliveryEntries, ParkingEntries, SecurityEntries } from '../inbound/node-journals.js';
import { AnswerRequest } from '../provider/answer-request.js';
import { ConfirmIdentity } from '../provider/confirm-identity.js';
import { DeferEvidence } from '../provider/defer-evidence.js';
import { PreviewController } from '../provider/preview.controller.js';
import { PreviewSpace } from '../provider/preview-space.js';
import { ProcessedRequests } from '../provider/processed-requests.js';
import { RefuseRequest } from '../provider/refuse-request.js';
import { ReleaseEvidence } from '../provider/release-evidence.js';
import { AdvanceCase } from '../requester/advance-case.js';
import { AskAgain } from '../requester/ask-again.js';
import { AskDeferred } from '../requester/ask-deferred.js';
import { CasesController } from '../requester/cases.controller.js';
import { ContinuePreview } from '../requester/continue-preview.js';
import { DiscoverEvidence } from '../requester/discover-evidence.js';
import { ExpireExchanges } from '../requester/expire-exchanges.js';
import { FallBack } from '../requester/fall-back.js';
import { OpenCase } from '../requester/open-case.js';
import { RequestEvidence } from '../requester/request-evidence.js';
import { SettleExchange } from '../requester/settle-exchange.js';
import { TryNextList } from '../requester/try-next-list.js';
import { CloseResidence } from '../residence/close-residence.js';
import { DecideMove } from '../residence/decide-move.js';
import { FollowNotifications } from '../residence/follow-notifications.js';
import { ReceiveNotification } from '../residence/receive-notification.js';
import { Housekeeping } from './housekeeping.js';
import { NodeLog } from './node-log.js';
import { NodeSurroundings } from './node-surroundings.js';
import { Readiness } from './readiness.js';

/** What stands before Nest begins: the database, the surroundings, and what libraries build on them. */
export interface NodeFoundations {
  readonly surroundings: NodeSurroundings;
  readonly database: DataSource;
  readonly log: NodeLog;
  readonly auditLog: AuditLog;
  readonly sequencer: TreeSequencer;
  readonly outbox: Outbox;
  readonly receipts: Receipts;
}

/** One Member State's node. */
@Module({})
export class NodeModule {
  static on(foundations: NodeFoundations): DynamicModule {
    return {
      module: NodeModule,
      controllers: [
        CasesController,
        ExchangesController,
        PreviewController,
        NodeDescriptionController,
        HealthController,
        MetricsController,
        InboundController,
      ],
      providers: [
        { provide: NodeSurroundings, useValue: foundations.surroundings },
        { provide: DataSource, useValue: foundations.database },
        { provide: NodeLog, useValue: foundations.log },
        { provide: AuditLog, useValue: foundations.auditLog },
        { provide: TreeSequencer, useValue: foundations.sequencer },
        { provide: Outbox, useValue: foundations.outbox },
        { provide: Receipts, useValue: foundations.receipts },
        { provide: Inbox, useFactory: (metrics: NodeMetrics) => new Inbox(metrics.messaging), inject: [NodeMetrics] },
        Readiness,
        NodeMetrics,
        AuditTrail,
        MessageJournal,
        OutgoingMessages,
        DroppedMessages,
        DispatchMessage,
        SecurityEntries,
        ParkingEntries,
        DeliveryEntries,
        DiscoverEvidence,
        OpenCase,
        RequestEvidence,
        SettleExchange,
        AdvanceCase,
        TryNextList,
        ContinuePreview,
        ExpireExchanges,
        AskAgain,
        AskDeferred,
        FallBack,
        AnswerRequest,
        ReleaseEvidence,
        DeferEvidence,
        RefuseRequest,
        ConfirmIdentity,
        PreviewSpace,
        ProcessedRequests,
        DecideMove,
        ReceiveNotification,
        FollowNotifications,
        CloseResidence,
        Housekeeping,
      ],
    };
  }
}
