import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, HttpStatus } from '@nestjs/common';
import type { Response } from 'express';
import { NodeLog } from '../start/node-log.js';

/** A problem as RFC 9457 writes it. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly string[];
}

/**
 * Every error of the HTTP face as `application/problem+json`. It names the field or the rule and never the value: values are
 * personal data. @see RFC 9457
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: NodeLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = this.problemOf(error);
    if (problem.status >= 500) this.log.defect('http', error);
    const response = host.switchToHttp().getResponse<Response>();
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Problem {
    const status = statusOf(error);
    const title = HttpStatus[status] ?? 'ERROR';
    const base = { type: 'about:blank', title: title.toLowerCase().replaceAll('_', ' '), status };
    if (!(error instanceof HttpException)) return base;
    const body = error.getResponse();
    if (typeof body === 'string') return { ...base, detail: body };
    const { message } = body as { message?: string | string[] };
    if (Array.isArray(message)) return { ...base, detail: 'the request is not valid', errors: message };
    return message === undefined ? base : { ...base, detail: message };
  }
}

/** Body parsers throw errors of their own that carry the status as a field. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
