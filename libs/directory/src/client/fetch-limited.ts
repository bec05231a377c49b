import { DirectoryUnavailable } from '../directory-error.js';

/** How an answer is fetched. */
export interface FetchLimits {
  /** Milliseconds from the request to the last byte of the answer. */
  readonly timeout: number;
  /** Bytes of an answer's body. */
  readonly maximumBytes: number;
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
export async function fetchLimited(
  url: URL,
  headers: Record<string, string>,
  limits: FetchLimits,
): Promise<FetchedAnswer> {
  try {
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(limits.timeout) });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new DirectoryUnavailable(`${url.origin} answered with status ${answer.status}`);
    }
    return { headers: answer.headers, body: await limitedBody(answer, url, limits.maximumBytes) };
  } catch (cause) {
    if (cause instanceof DirectoryUnavailable) throw cause;
    throw new DirectoryUnavailable(`${url.origin} gave no answer`, { cause });
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
