import {
  type Agent,
  compareHeader,
  compareWithParts,
  type EbmsAction,
  type EbmsHeader,
  type Finding,
  type OrganisationIdentifier,
} from '@oots/edm';
import { type Content, contentOf, type Judged } from './judgement.js';

/** The action under which each document travels. @see TDD 4.7.1 */
const ACTIONS: Readonly<Record<Body['kind'], EbmsAction>> = {
  request: 'ExecuteQueryRequest',
  response: 'ExecuteQueryResponse',
  error: 'ExceptionResponse',
};

type Body = Exclude<Content, { kind: 'header' }>;

/**
 * What header, body and parts of one message have to have in common, as far as rules let them be read.
 *
 * @param contentIds of the parts beside the header, as far as the packaging names them
 */
export function compareMessage(
  header: Judged,
  body: Judged | undefined,
  contentIds: readonly string[],
): readonly Finding[] {
  const announced = headerIn(header);
  const content = body === undefined ? undefined : bodyIn(body);
  return [
    ...disagreement('POC-MSG-04', body === undefined || isOfOneLine(header, body), 'header and body are of one line'),
    ...(announced === undefined ? [] : partsAnnounced(announced, contentIds)),
    ...(announced === undefined || content === undefined ? [] : headerAndBody(announced, content)),
    ...(content?.kind === 'response' ? compareWithParts(content.response, contentIds) : []),
  ];
}

export function headerIn(judged: Judged): EbmsHeader | undefined {
  const content = contentOf(judged);
  return content?.kind === 'header' ? content.header : undefined;
}

function bodyIn(judged: Judged): Body | undefined {
  const content = contentOf(judged);
  return content?.kind === 'header' ? undefined : content;
}

/** A header of the 1.x line does not say of which version it is. */
function isOfOneLine(header: Judged, body: Judged): boolean {
  const isOf1 = ({ specification }: Judged) => specification.startsWith('oots-edm:v1.');
  return isOf1(header) === isOf1(body);
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
