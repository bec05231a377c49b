import type { CaseView, ExchangeRecord, OpenedCase, Scope } from '@oots/node';
import type { NetworkNode } from './network.js';

/** A node declined a request over HTTP. Its problem names fields and rules, never values. */
export class NodeRefusal extends Error {
  override readonly name = 'NodeRefusal';

  constructor(
    readonly country: string,
    readonly status: number,
    readonly problem: string,
  ) {
    super(`node ${country} answered ${status}: ${problem}`);
  }
}

/** Something did not happen in time. */
export class NotInTime extends Error {
  override readonly name = 'NotInTime';
}

const POLL_MILLISECONDS = 40;

/** An authority's case system, as it talks to its own country's node. */
export class NodeClient {
  constructor(private readonly node: NetworkNode) {}

  openCase(request: unknown): Promise<OpenedCase> {
    return this.call('POST', '/api/cases', ['cases:write'], request) as Promise<OpenedCase>;
  }

  case(caseId: string): Promise<CaseView> {
    return this.call('GET', `/api/cases/${caseId}`, ['cases:read']) as Promise<CaseView>;
  }

  async decideCase(caseId: string, decision: unknown): Promise<void> {
    await this.call('POST', `/api/cases/${caseId}/decision`, ['cases:write'], decision);
  }

  cases(): Promise<readonly { id: string; state: string; conversationId: string; providerCountry: string }[]> {
    return this.call('GET', '/api/cases', ['cases:read']) as Promise<
      readonly { id: string; state: string; conversationId: string; providerCountry: string }[]
    >;
  }

  exchange(exchangeId: string): Promise<ExchangeRecord> {
    return this.call('GET', `/api/exchanges/${exchangeId}`, ['exchanges:read']) as Promise<ExchangeRecord>;
  }

  continuePreview(exchangeId: string, returnLocation: string): Promise<{ previewLocation: string }> {
    return this.call('POST', `/api/exchanges/${exchangeId}/preview`, ['cases:write'], { returnLocation }) as Promise<{
      previewLocation: string;
    }>;
  }

  /**
   * @param limit milliseconds
   * @throws {NotInTime}
   */
  async caseThat(caseId: string, is: (view: CaseView) => boolean, limit: number): Promise<CaseView> {
    return until(() => this.case(caseId), is, limit, `case of ${this.node.country}`);
  }

  private async call(method: string, path: string, scopes: readonly Scope[], body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.node.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.node.token(scopes)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new NodeRefusal(this.node.country, response.status, text);
    return text === '' ? undefined : JSON.parse(text);
  }
}

/**
 * Looks until something holds.
 *
 * @param limit milliseconds
 * @throws {NotInTime} naming what was waited for
 */
export async function until<T>(
  look: () => Promise<T>,
  holds: (value: T) => boolean,
  limit: number,
  what: string,
): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (performance.now() > end) throw new NotInTime(`${what} did not get there in ${limit} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}
