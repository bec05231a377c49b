import { BadRequestException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** The parser of bodies quotes what it could not read, which may be about a person: only that it could not goes on. */
export function withoutQuotation(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  const unreadable = (error as { type?: unknown } | null)?.type === 'entity.parse.failed';
  next(unreadable ? new BadRequestException('the body cannot be read') : error);
}
