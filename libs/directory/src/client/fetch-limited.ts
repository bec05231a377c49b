import { DirectoryUnavailable } from '../directory-error.js';

/** How an answer is fetched. */
export interface FetchLimits {
  /** Milliseconds from the request to the last byte of the answer. */
  readonly timeout: number;
  /** Bytes of an answer's body. */
  readonly maximumBytes: number;
}

/** What is asked. Without a body it is a GET. */
export interface FetchRequest {
  readonly headers: Record<string, string>;
  /** Sent by POST. */
  readonly body?: string;
}

/** An answer with status 200, read to its end. */
export interface FetchedAnswer {
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/**
 * Fetches without following redirects: what answers is what was configured.
 *
 * @throws {DirectoryUnavailable} no answer, another status than 200, too large, too slow; names the origin and never the query
 */
export async function fetchLimited(url: URL, request: FetchRequest, limits: FetchLimits): Promise<FetchedAnswer> {
  const { headers, body } = request;
  try {
    const answer = await fetch(url, {
      headers,
      ...(body === undefined ? {} : { method: 'POST', body }),
      redirect: 'error',
      signal: AbortSignal.timeout(limits.timeout),
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new UnexpectedStatus(url, answer.status);
    }
    return { headers: answer.headers, body: await limitedBody(answer, url, limits.maximumBytes) };
  } catch (cause) {
    if (cause instanceof DirectoryUnavailable) throw cause;
    throw new DirectoryUnavailable(`${url.origin} gave no answer`, { cause });
  }
}

/** The directory answered, and not with its protocol. */
export class UnexpectedStatus extends DirectoryUnavailable {
  constructor(
    { origin }: URL,
    /** HTTP status */
    readonly status: number,
  ) {
    super(`${origin} answered with status ${status}`);
  }
}

/** Stops reading at the limit instead of trusting a declared length. */
async function limitedBody({ body }: Response, { origin }: URL, maximumBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const received: AsyncIterable<Uint8Array> | readonly Uint8Array[] = body ?? [];
  for await (const chunk of received) {
    length += chunk.length;
    if (length > maximumBytes)
      throw new DirectoryUnavailable(`${origin} answered with more than ${maximumBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
