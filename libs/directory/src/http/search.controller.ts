import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { REGREP_MEDIA_TYPE } from '../client/signed-answers.js';
import { CommonServicesMetrics } from './common-services-metrics.js';
import { DirectorySearch, type SearchRequest } from './directory-search.js';

/** The REST binding of the two directories. @see TDD 3.1.4, 3.2.4 */
@Controller()
export class SearchController {
  constructor(
    @Inject(DirectorySearch) private readonly search: DirectorySearch,
    @Inject(CommonServicesMetrics) private readonly metrics: CommonServicesMetrics,
  ) {}

  @Get('eb/rest/search')
  evidenceBroker(
    @Req() request: Request,
    @Res() response: Response,
    @Headers('accept-version') acceptVersion?: string,
  ): Promise<void> {
    return this.answer({ service: 'eb', parameters: parametersOf(request), acceptVersion }, response);
  }

  @Get('dsd/rest/search')
  dataServicesDirectory(
    @Req() request: Request,
    @Res() response: Response,
    @Headers('accept-version') acceptVersion?: string,
  ): Promise<void> {
    return this.answer({ service: 'dsd', parameters: parametersOf(request), acceptVersion }, response);
  }

  private async answer(request: SearchRequest, response: Response): Promise<void> {
    const { body, signature, outcome } = await this.search.answer(request);
    this.metrics.answered(request.service, outcome);
    response
      .status(200)
      .set({
        'content-type': REGREP_MEDIA_TYPE,
        'cache-control': outcome === 'success' ? 'max-age=300' : 'no-store',
        vary: 'accept-version',
        ...signature,
      })
      .send(body);
  }
}

/** A parser that folds repeated parameters together would hide that they are repeated. */
function parametersOf(request: Request): URLSearchParams {
  const start = request.originalUrl.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : request.originalUrl.slice(start + 1));
}
