import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, HttpStatus, Inject } from '@nestjs/common';
import type { Response } from 'express';
import { type CommonServicesSettings, SETTINGS } from './common-services-settings.js';

/** Every error outside the directories' own protocol as `application/problem+json`, without anything of the request. @see RFC 9457 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(SETTINGS) private readonly settings: CommonServicesSettings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const status = error instanceof HttpException ? error.getStatus() : 500;
    if (!(error instanceof HttpException)) this.settings.onDefect(error);
    const title = (HttpStatus[status] ?? 'error').toLowerCase().replaceAll('_', ' ');
    host
      .switchToHttp()
      .getResponse<Response>()
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', title, status }));
  }
}
