import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { throwError, type Observable } from 'rxjs';

/**
 * Hands a handler's error to the access point as it is. Nest's own filter replaces it by "Internal server error" and writes
 * its text to the log, which may be about a person.
 */
@Catch()
export class PassHandlerErrors implements RpcExceptionFilter<unknown> {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
