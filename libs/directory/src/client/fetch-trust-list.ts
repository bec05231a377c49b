import { fetchLimited, type FetchLimits } from './fetch-limited.js';

/**
 * Fetches the trust list that the common services hand out. Its signature is the anchor's and is checked by whoever reads it.
 *
 * @param commonServices origin, `http://127.0.0.1:41234`
 * @returns compact JWS
 * @throws {DirectoryUnavailable}
 */
export async function fetchTrustList(commonServices: string, limits: Partial<FetchLimits> = {}): Promise<string> {
  const { timeout = 5_000, maximumBytes = 4 * 1024 * 1024 } = limits;
  const url = new URL(`${commonServices.replace(/\/$/, '')}/trust-list`);
  const { body } = await fetchLimited(url, { headers: { accept: 'application/jose' } }, { timeout, maximumBytes });
  return Buffer.from(body).toString('utf8').trim();
}
