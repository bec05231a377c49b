import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { type CommonServicesSettings, SETTINGS } from './common-services-settings.js';

/** Whether the process runs, and whether what it hands out still counts. */
@Controller('health')
export class HealthController {
  constructor(@Inject(SETTINGS) private readonly settings: CommonServicesSettings) {}

  @Get('live')
  live(): { readonly status: string } {
    return { status: 'up' };
  }

  /** @throws {ServiceUnavailableException} when the trust list has outlived its `nextUpdate` */
  @Get('ready')
  ready(): { readonly status: string } {
    const { trustedKeys, clock } = this.settings;
    if (new Date(trustedKeys.current.content.nextUpdate) <= clock.now()) {
      throw new ServiceUnavailableException('the trust list has expired');
    }
    return { status: 'ready' };
  }
}
