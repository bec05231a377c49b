import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, type Registry } from 'prom-client';
import { type CommonServicesSettings, METRICS_REGISTRY, SETTINGS } from './common-services-settings.js';

/** Counts what the directories answer, for Prometheus. */
@Injectable()
export class CommonServicesMetrics {
  private readonly answers: Counter<'service' | 'outcome'>;
  private readonly registrations: Counter<'outcome'>;

  constructor(@Inject(METRICS_REGISTRY) registry: Registry, @Inject(SETTINGS) settings: CommonServicesSettings) {
    this.answers = new Counter({
      name: 'oots_directory_answers_total',
      help: 'Answers of the Evidence Broker and the Data Services Directory by outcome: success or an error code',
      labelNames: ['service', 'outcome'],
      registers: [registry],
    });
    this.registrations = new Counter({
      name: 'oots_directory_registrations_total',
      help: 'Registrations by outcome: success, an error code, or untrusted',
      labelNames: ['outcome'],
      registers: [registry],
    });
    if (settings.processMetrics === true) collectDefaultMetrics({ register: registry });
  }

  answered(service: 'eb' | 'dsd', outcome: string): void {
    this.answers.inc({ service, outcome });
  }

  registered(outcome: string): void {
    this.registrations.inc({ outcome });
  }
}
