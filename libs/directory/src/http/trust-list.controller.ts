import { Controller, Get, Header, Inject } from '@nestjs/common';
import { type CommonServicesSettings, SETTINGS } from './common-services-settings.js';

/** Hands out the trust list in force. Whoever reads it checks the anchor's signature. */
@Controller('trust-list')
export class TrustListController {
  constructor(@Inject(SETTINGS) private readonly settings: CommonServicesSettings) {}

  @Get()
  @Header('content-type', 'application/jose')
  @Header('cache-control', 'no-cache')
  trustList(): string {
    return this.settings.trustedKeys.current.jws;
  }
}
