import { Injectable } from '@nestjs/common';
import type { MessagingMetrics } from '@oots/messaging';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { NodeSurroundings } from '../start/node-surroundings.js';

/** What one node counts, in a registry of its own because six nodes may share a process. */
@Injectable()
export class NodeMetrics {
  readonly registry = new Registry();

  readonly messages = new Counter({
    name: 'oots_messages_total',
    help: 'Messages of the access point by event: sent, resent, received, duplicate, refused, parked, receipted, undelivered',
    labelNames: ['event'],
    registers: [this.registry],
  });

  readonly handled = new Counter({
    name: 'oots_messages_handled_total',
    help: 'Messages that had their effect, once each, by ebMS action',
    labelNames: ['action', 'counterpart'],
    registers: [this.registry],
  });

  readonly outboxAge = new Gauge({
    name: 'oots_outbox_age_seconds',
    help: 'Age of the oldest message that waits for its receipt',
    registers: [this.registry],
  });

  readonly settled = new Counter({
    name: 'oots_exchanges_settled_total',
    help: 'Exchanges of this requester by final state',
    labelNames: ['state', 'counterpart'],
    registers: [this.registry],
  });

  readonly answered = new Counter({
    name: 'oots_requests_answered_total',
    help: 'Requests this provider processed, by outcome and EDM code',
    labelNames: ['outcome', 'code', 'counterpart'],
    registers: [this.registry],
  });

  readonly dropped = new Counter({
    name: 'oots_messages_dropped_total',
    help: 'Messages that were put on record and not answered because no answer can be given to them, by reason',
    labelNames: ['code', 'counterpart'],
    registers: [this.registry],
  });

  readonly security = new Counter({
    name: 'oots_security_violations_total',
    help: 'Messages without effect because they were not authentic or not readable',
    labelNames: ['code'],
    registers: [this.registry],
  });

  readonly settlementSeconds = new Histogram({
    name: 'oots_exchange_settlement_seconds',
    help: 'Seconds from the request being opened to the exchange being settled',
    labelNames: ['counterpart'],
    buckets: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 15, 60, 300],
    registers: [this.registry],
  });

  /** What the access point counts. */
  readonly messaging: MessagingMetrics = {
    sent: () => {
      this.messages.inc({ event: 'sent' });
    },
    resent: () => {
      this.messages.inc({ event: 'resent' });
    },
    received: () => {
      this.messages.inc({ event: 'received' });
    },
    duplicate: () => {
      this.messages.inc({ event: 'duplicate' });
    },
    refused: () => {
      this.messages.inc({ event: 'refused' });
    },
    parked: () => {
      this.messages.inc({ event: 'parked' });
    },
    receiptAccepted: () => {
      this.messages.inc({ event: 'receipted' });
    },
    undelivered: () => {
      this.messages.inc({ event: 'undelivered' });
    },
    outboxAge: (seconds) => {
      this.outboxAge.set(seconds);
    },
  };

  constructor(surroundings: NodeSurroundings) {
    this.registry.setDefaultLabels({ node: surroundings.profile.country });
  }
}
