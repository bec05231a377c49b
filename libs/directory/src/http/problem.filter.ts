import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, HttpStatus, Inject } from '@nestjs/common';
import type { Response } from 'express';
import { type CommonServicesSettings, SETTINGS } from './common-services-settings.js';

/** Every error outside the directories' own protocol as `application/problem+json`, without anything of the request. @see RFC 9457 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(SETTINGS) private readonly settings: CommonServicesSettings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const status = statusOf(error);
    if (status === undefined) this.settings.onDefect(error);
    this.answer(status ?? 500, host);
  }

  private answer(status: number, host: ArgumentsHost): void {
    const title = (HttpStatus[status] ?? 'error').toLowerCase().replaceAll('_', ' ');
    host
      .switchToHttp()
      .getResponse<Response>()
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', title, status }));
  }
}

/** @returns undefined for a defect; the body parser's errors carry the status of what the caller did wrong */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const carried = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof carried === 'number' && carried >= 400 && carried < 500 ? carried : undefined;
}
