import type { Clock } from '@oots/edm';
import { COMMON_SERVICES_2_0 } from '../query/common-services-version.js';
import { DIGEST_HEADER, SIGNATURE_HEADER } from '../signature/answer-headers.js';
import type { AnswerVerifier } from '../signature/answer-verifier.js';
import { fetchLimited, type FetchLimits, type FetchRequest } from './fetch-limited.js';

/** Media type of a RegRep document. */
export const REGREP_MEDIA_TYPE = 'application/x-ebrs+xml';

const REQUEST_HEADERS = { accept: REGREP_MEDIA_TYPE, 'accept-version': COMMON_SERVICES_2_0 };

/** Fetches answers over HTTP and hands out only bytes that are proven to be the directory's. @see TDD 3.6.2 */
export class SignedAnswers {
  constructor(
    private readonly verifier: AnswerVerifier,
    private readonly clock: Clock,
    private readonly limits: FetchLimits,
  ) {}

  /**
   * @throws {DirectoryUnavailable} no answer, another status than 200, too large, too slow
   * @throws {DirectoryNotTrusted}
   */
  get(url: URL): Promise<Uint8Array> {
    return this.proven(url, { headers: REQUEST_HEADERS });
  }

  /**
   * @param body and its media type
   * @throws as `get`
   */
  post(url: URL, body: string, contentType: string): Promise<Uint8Array> {
    return this.proven(url, { headers: { ...REQUEST_HEADERS, 'content-type': contentType }, body });
  }

  private async proven(url: URL, request: FetchRequest): Promise<Uint8Array> {
    const { headers, body } = await fetchLimited(url, request, this.limits);
    const received = { digest: headers.get(DIGEST_HEADER), signature: headers.get(SIGNATURE_HEADER) };
    await this.verifier.verify(body, received, this.clock.now());
    return body;
  }
}
