import {
  type Agent,
  compareHeader,
  compareWithParts,
  type EbmsAction,
  type EbmsHeader,
  type Finding,
  type OrganisationIdentifier,
} from '@oots/edm';
import type { Content } from './judgement.js';

/** The action under which each document travels. @see TDD 4.7.1 */
const ACTIONS: Readonly<Record<Body['kind'], EbmsAction>> = {
  request: 'ExecuteQueryRequest',
  response: 'ExecuteQueryResponse',
  error: 'ExceptionResponse',
};

type Body = Exclude<Content, { kind: 'header' }>;

/**
 * What header, body and parts of one message have to have in common.
 *
 * @param contentIds of the parts beside the header, as far as the packaging names them
 */
export function compareMessage(
  header: EbmsHeader | undefined,
  body: Body | undefined,
  contentIds: readonly string[],
): readonly Finding[] {
  return [
    ...(header === undefined ? [] : partsAnnounced(header, contentIds)),
    ...(header === undefined || body === undefined ? [] : headerAndBody(header, body)),
    // Without its packaging a response comes alone, and nothing can be said about parts.
    ...(body?.kind === 'response' && header !== undefined ? compareWithParts(body.response, contentIds) : []),
  ];
}

function headerAndBody(header: EbmsHeader, body: Body): readonly Finding[] {
  return [
    ...disagreement(
      'POC-MSG-01',
      header.action === ACTIONS[body.kind],
      `a ${body.kind} travels under the action ${ACTIONS[body.kind]}`,
    ),
    ...(body.kind === 'request' ? compareHeader(header, body.request) : headerAndAnswer(header, body)),
  ];
}

/** The rules of a request's header, with the corners swapped: the provider sends, the requester receives. */
function headerAndAnswer(header: EbmsHeader, answer: Exclude<Body, { kind: 'request' }>): readonly Finding[] {
  const { requester } = answer.kind === 'response' ? answer.response : answer.error;
  return [
    // Errors are plain 2.0 whatever was asked, and may be raised by a platform in between.
    ...(answer.kind === 'response'
      ? [
          ...disagreement(
            'POC-ebMS-07',
            header.specificationId === answer.response.specification,
            'SpecificationId is the specification of the response',
          ),
          ...disagreement(
            'POC-ebMS-08',
            isAgent(header.originalSender, answer.response.provider),
            'originalSender is the provider',
          ),
        ]
      : []),
    ...disagreement(
      'POC-ebMS-09',
      requester === undefined || isAgent(header.finalRecipient, requester),
      'finalRecipient is the requester',
    ),
  ];
}

function partsAnnounced({ parts }: EbmsHeader, contentIds: readonly string[]): readonly Finding[] {
  if (contentIds.length === 0) return [];
  return [
    ...disagreement(
      'POC-MSG-02',
      parts.every(({ contentId }) => contentIds.includes(contentId)),
      'every part the header announces is there',
    ),
    ...disagreement(
      'POC-MSG-03',
      contentIds.every((id) => parts.some(({ contentId }) => contentId === id)),
      'every part is announced by the header',
    ),
  ];
}

export function isAgent(identifier: OrganisationIdentifier, agent: Pick<Agent, 'identifier'>): boolean {
  return identifier.scheme === agent.identifier.scheme && identifier.value === agent.identifier.value;
}

/** @returns the finding, unless it agrees */
export function disagreement(rule: string, agrees: boolean, expected: string): readonly Finding[] {
  return agrees ? [] : [{ rule, severity: 'FATAL', message: expected, expected }];
}
