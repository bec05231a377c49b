import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Registry } from 'prom-client';
import { DeclarationRegistry } from '../registration/declaration-registry.js';
import { CommonServicesMetrics } from './common-services-metrics.js';
import { type CommonServicesSettings, METRICS_REGISTRY, SETTINGS } from './common-services-settings.js';
import { DirectorySearch } from './directory-search.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { RegistrationController } from './registration.controller.js';
import { SearchController } from './search.controller.js';
import { TrustListController } from './trust-list.controller.js';

/** Evidence Broker, Data Services Directory, their registrations and the trust list over HTTP. */
@Module({})
export class CommonServicesModule {
  static register(settings: CommonServicesSettings, registry: DeclarationRegistry): DynamicModule {
    return {
      module: CommonServicesModule,
      controllers: [SearchController, RegistrationController, TrustListController, HealthController, MetricsController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: DeclarationRegistry, useValue: registry },
        { provide: METRICS_REGISTRY, useFactory: () => new Registry() },
        { provide: APP_FILTER, useClass: ProblemFilter },
        CommonServicesMetrics,
        DirectorySearch,
      ],
    };
  }
}
