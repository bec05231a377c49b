import type { HttpAnswer, TestNode } from './test-node.js';
import type { TestPerson } from './test-people.js';

/** What a person types at the simulated sign-in. */
export type TypedIdentity = Record<'familyName' | 'givenName' | 'dateOfBirth' | 'nationalIdentifier', string>;

/** @returns what the national eID of somebody in testland says */
export function eidOf({ key, familyName, givenName, dateOfBirth }: TestPerson): TypedIdentity {
  return { familyName, givenName, dateOfBirth, nationalIdentifier: key };
}

/** A person's browser at one preview: keeps the cookie, and sends the forms as the pages have them. */
export class PreviewBrowser {
  cookie: string | undefined;
  /** Hidden field of the page that was shown last. */
  form = '';

  /** @param path of the preview, `/preview/…` */
  constructor(
    private readonly node: Pick<TestNode, 'fetch'>,
    private readonly path: string,
  ) {}

  open(): Promise<HttpAnswer> {
    return this.send('', {});
  }

  /** @param changes to what the person's eID says */
  async signIn(person: TestPerson, changes: Partial<TypedIdentity> = {}): Promise<HttpAnswer> {
    if (this.cookie === undefined) await this.open();
    return this.post('sign-in', { ...eidOf(person), ...changes });
  }

  /** @param ticked pieces of evidence */
  async decide(decision: string, ticked: readonly '1'[] = ['1']): Promise<HttpAnswer> {
    if (this.form === '') await this.open();
    return this.post('decision', { decision, ...(ticked.length === 0 ? {} : { evidence: '1' }) });
  }

  private async post(step: string, fields: Record<string, string>): Promise<HttpAnswer> {
    const answer = await this.send(`/${step}`, {
      method: 'POST',
      body: new URLSearchParams({ form: this.form, ...fields }).toString(),
    });
    // A browser follows: the next page has a form of its own.
    if (answer.headers.get('location') === this.path) await this.open();
    return answer;
  }

  private async send(step: string, init: RequestInit): Promise<HttpAnswer> {
    const answer = await this.node.fetch(`${this.path}${step}`, {
      ...init,
      headers: {
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(init.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    this.form = /name="form" value="([^"]+)"/.exec(answer.text)?.[1] ?? this.form;
    return answer;
  }
}
