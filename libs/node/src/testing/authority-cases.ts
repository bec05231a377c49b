import type { InboundMessage } from '@oots/messaging';
import type { CaseView } from '../requester/case-view.js';
import type { OpenedCase } from '../requester/case-request.js';
import { NEIGHBOUR } from './test-catalogue.js';
import type { TestNode } from './test-node.js';
import { liesl } from './test-people.js';

/** What is different about a case that the authority of the test country opens about somebody in the neighbouring one. */
export interface CaseFacts {
  readonly procedure?: string;
  readonly evidenceTypes?: readonly string[];
  readonly explicitRequest?: boolean;
}

/** The authority of the test country at work, through the HTTP face of its node. */
export class AuthorityCases {
  constructor(private readonly node: () => TestNode) {}

  async open({ procedure = 'V1', evidenceTypes, explicitRequest = false }: CaseFacts = {}): Promise<OpenedCase> {
    const { eidasIdentifier, familyName, givenName, dateOfBirth } = liesl;
    const answer = await this.node().call('POST', '/api/cases', {
      procedure,
      providerCountry: NEIGHBOUR,
      subject: { eidasIdentifier, familyName, givenName, dateOfBirth, levelOfAssurance: 'High' },
      explicitRequest,
      ...(evidenceTypes === undefined ? {} : { evidenceTypes }),
    });
    if (answer.status !== 202) throw new Error(`the case was not opened: ${answer.text}`);
    return answer.json as OpenedCase;
  }

  async view({ caseId }: OpenedCase): Promise<CaseView> {
    return (await this.node().call('GET', `/api/cases/${caseId}`)).json as CaseView;
  }

  /** Resolves when the case looks as expected. */
  async shows(opened: OpenedCase, expected: object): Promise<CaseView> {
    return this.node().until(async () => {
      const view = await this.view(opened);
      expect(view).toMatchObject(expected);
      return view;
    });
  }

  /** @returns the requests of the case as the neighbour holds them, when there are as many */
  async requests({ conversationId }: OpenedCase, count: number): Promise<readonly InboundMessage[]> {
    return this.node().until(() => {
      const sent = this.node().neighbour.requestsIn(conversationId);
      expect(sent).toHaveLength(count);
      return sent;
    });
  }

  /** Resolves when the node has acknowledged the message, hence handled it. */
  async handled({ messageId }: { readonly messageId: string }): Promise<void> {
    await this.node().until(() => {
      expect(this.node().neighbour.receipts.map((receipt) => receipt.messageId)).toContain(messageId);
    });
  }
}
