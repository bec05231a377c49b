import type { NetworkNode } from '../network/network.js';
import { until } from '../network/node-client.js';
import type { SignInIdentity } from './inhabitants.js';

/** Something about a preview was not as chapter 4.9 wants it. */
export class PreviewBroken extends Error {
  override readonly name = 'PreviewBroken';
}

const WAITING = 'http-equiv="refresh"';

/**
 * Does what a person's browser does with a preview link: opens it, signs in when the page asks, looks at the evidence, agrees,
 * and follows the way back.
 *
 * @param link as the provider sent it; its origin is the public one, behind which stands `provider`. `returnLocation` is where
 * the person has to end up
 * @param limit milliseconds for the sign-in to be asked for
 * @throws {PreviewBroken}, {NotInTime}
 */
export async function acceptPreview(
  provider: Pick<NetworkNode, 'country' | 'url'>,
  link: { readonly previewLocation: string; readonly returnLocation: string },
  person: SignInIdentity,
  limit: number,
): Promise<void> {
  const browser = new Browser(new URL(new URL(link.previewLocation).pathname, provider.url).href);
  const asked = await until(
    () => browser.open(),
    (html) => !html.includes(WAITING),
    limit,
    `the preview of ${provider.country}`,
  );
  if (asked.includes('<dl>')) throw new PreviewBroken('the preview shows evidence to whoever has the link');
  const signedIn = await browser.post('sign-in', person);
  if (signedIn.status !== 303) throw new PreviewBroken(`the sign-in was answered with ${signedIn.status}`);
  if (!(await browser.open()).includes('<dl>')) throw new PreviewBroken('the preview shows no evidence');
  const decided = await browser.post('decision', { decision: 'accept', evidence: '1' });
  if (decided.status !== 303) throw new PreviewBroken(`the decision was answered with ${decided.status}`);
  if (decided.location !== link.returnLocation) throw new PreviewBroken('the way back leads elsewhere');
}

/** Keeps the cookie, and sends the hidden field of the page that it showed last. */
class Browser {
  private cookie = '';
  private form = '';

  constructor(private readonly page: string) {}

  async open(): Promise<string> {
    const answer = await fetch(this.page, { headers: { cookie: this.cookie } });
    const html = await answer.text();
    if (answer.status !== 200) throw new PreviewBroken(`the preview was answered with ${answer.status}`);
    this.remember(answer);
    this.form = /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';
    return html;
  }

  async post(step: string, fields: Readonly<Record<string, string>>) {
    const answer = await fetch(`${this.page}/${step}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.cookie },
      body: new URLSearchParams({ form: this.form, ...fields }),
    });
    await answer.text();
    this.remember(answer);
    return { status: answer.status, location: answer.headers.get('location') };
  }

  private remember(answer: Response): void {
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
  }
}
