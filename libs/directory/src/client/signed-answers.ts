import type { Clock } from '@oots/edm';
import { DirectoryUnavailable } from '../directory-error.js';
import { COMMON_SERVICES_2_0 } from '../query/common-services-version.js';
import { DIGEST_HEADER, SIGNATURE_HEADER } from '../signature/answer-headers.js';
import type { AnswerVerifier } from '../signature/answer-verifier.js';

/** Media type of a RegRep document. */
export const REGREP_MEDIA_TYPE = 'application/x-ebrs+xml';

/** How an answer is fetched. */
export interface FetchLimits {
  /** Milliseconds from the request to the last byte of the answer. */
  readonly timeout: number;
  /** Bytes of an answer's body. */
  readonly maximumBytes: number;
}

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
  async get(url: URL): Promise<Uint8Array> {
    const response = await this.fetched(url);
    const { headers } = response.answer;
    await this.verifier.verify(
      response.body,
      { digest: headers.get(DIGEST_HEADER), signature: headers.get(SIGNATURE_HEADER) },
      this.clock.now(),
    );
    return response.body;
  }

  private async fetched(url: URL): Promise<{ readonly answer: Response; readonly body: Uint8Array }> {
    try {
      const answer = await fetch(url, {
        headers: { accept: REGREP_MEDIA_TYPE, 'accept-version': COMMON_SERVICES_2_0 },
        redirect: 'error',
        signal: AbortSignal.timeout(this.limits.timeout),
      });
      if (answer.status !== 200) {
        await answer.body?.cancel();
        throw new DirectoryUnavailable(`${url.origin} answered with status ${answer.status}`);
      }
      return { answer, body: await this.limitedBody(answer, url) };
    } catch (cause) {
      if (cause instanceof DirectoryUnavailable) throw cause;
      throw new DirectoryUnavailable(`${url.origin} gave no answer`, { cause });
    }
  }

  /** Stops reading at the limit instead of trusting a declared length. */
  private async limitedBody({ body }: Response, { origin }: URL): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const received: AsyncIterable<Uint8Array> | readonly Uint8Array[] = body ?? [];
    for await (const chunk of received) {
      length += chunk.length;
      if (length > this.limits.maximumBytes) {
        throw new DirectoryUnavailable(`${origin} answered with more than ${this.limits.maximumBytes} bytes`);
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
}
