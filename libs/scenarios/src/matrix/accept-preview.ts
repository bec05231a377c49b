import type { NetworkNode } from '../network/network.js';
import { until } from '../network/node-client.js';

/** Something about a preview was not as chapter 4.9 wants it. */
export class PreviewBroken extends Error {
  override readonly name = 'PreviewBroken';
}

const WAITING = 'http-equiv="refresh"';

/**
 * Does what a person's browser does with a preview link: opens it, waits for the evidence, agrees, and follows the way back.
 *
 * @param previewLocation as the provider sent it; its origin is the public one, behind which stands `provider`
 * @param returnLocation where the person has to end up
 * @param limit milliseconds for the evidence to be shown
 * @throws {PreviewBroken}, {NotInTime}
 */
export async function acceptPreview(
  provider: Pick<NetworkNode, 'country' | 'url'>,
  previewLocation: string,
  returnLocation: string,
  limit: number,
): Promise<void> {
  const page = new URL(new URL(previewLocation).pathname, provider.url).href;
  const shown = await until(
    () => open(page),
    (html) => !html.includes(WAITING),
    limit,
    `the preview of ${provider.country}`,
  );
  if (!shown.includes('<dl>')) throw new PreviewBroken('the preview shows no evidence');
  const decided = await fetch(`${page}/decision`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ decision: 'accept' }),
  });
  await decided.text();
  if (decided.status !== 303) throw new PreviewBroken(`the decision was answered with ${decided.status}`);
  if (decided.headers.get('location') !== returnLocation) throw new PreviewBroken('the way back leads elsewhere');
}

async function open(page: string): Promise<string> {
  const answer = await fetch(page);
  const html = await answer.text();
  if (answer.status !== 200) throw new PreviewBroken(`the preview was answered with ${answer.status}`);
  return html;
}
