import { compareWithRequest, type EbmsHeader, type EvidenceRequest, type Finding } from '@oots/edm';
import type { DocumentKind } from './document-kind.js';
import { contentOf, type Judged } from './judgement.js';
import { disagreement, headerIn, isAgent } from './message-agreement.js';
import { type Stated, statedBy } from './stated.js';

/** One side of an exchange. */
export interface Side {
  readonly body?: Judged;
  readonly header?: Judged;
}

/** What a request and its answer have to have in common. @see TDD 4.4, 4.5.2 */
export function comparePair(asked: Side, answered: Side): readonly Finding[] {
  const [request, answer] = [asked.body, answered.body];
  if (request?.kind !== 'request' || (answer?.kind !== 'response' && answer?.kind !== 'error')) {
    return disagreement('POC-PAIR-01', false, 'the first file is a request, the second its response or error');
  }
  const [sent, returned] = [asked.header && headerIn(asked.header), answered.header && headerIn(answered.header)];
  return [
    ...compareBodies(request, answer),
    ...(sent === undefined || returned === undefined ? [] : compareHeaders(sent, returned)),
  ];
}

/** By what the documents mean where no rule refuses them, and by what they state otherwise. */
function compareBodies(request: Judged, answer: Judged): readonly Finding[] {
  const [asked, answered] = [statedBy(request.root), statedBy(answer.root)];
  const sameRequester = disagreement(
    'POC-PAIR-02',
    answered.requester === undefined || answered.requester === asked.requester,
    'the requester of the answer is that of the request',
  );
  const [question, reply] = [contentOf(request), contentOf(answer)];
  if (question?.kind === 'request' && reply?.kind === 'response') {
    return [
      ...compareWithRequest(reply.response, question.request),
      ...sameRequester,
      ...sameProvider(reply.response.provider, question.request),
    ];
  }
  return [...compareStated(asked, answered, answer.kind), ...sameRequester];
}

function sameProvider(provider: EvidenceRequest['provider'], request: EvidenceRequest): readonly Finding[] {
  return disagreement(
    'POC-PAIR-03',
    isAgent(provider.identifier, request.provider),
    'the provider of the answer is that of the request',
  );
}

function compareStated(asked: Stated, answered: Stated, kind: DocumentKind): readonly Finding[] {
  const isError = kind === 'error';
  return [
    ...disagreement(
      isError ? 'R-EDM-ERR-S004' : 'R-EDM-RESP-S004',
      // An error without requestId answers a request that could not be read.
      (isError && answered.requestId === undefined) || answered.requestId === asked.requestId,
      'requestId is the id of the request',
    ),
    ...(isError
      ? []
      : [
          ...disagreement(
            'R-EDM-RESP-C002',
            answered.specification === asked.specification,
            'the specification is that of the request',
          ),
          ...disagreement(
            'POC-RESP-03',
            answered.subjects.every((subject) => asked.subjects.includes(subject)),
            'the evidence is about the person asked about',
          ),
          ...disagreement(
            'POC-RESP-04',
            answered.evidenceTypes.every((type) => asked.evidenceTypes.includes(type)),
            'the evidence is of the type asked for',
          ),
        ]),
  ];
}

/** The answer keeps the conversation and the exchange, and goes back the way the request came. */
function compareHeaders(asked: EbmsHeader, answered: EbmsHeader): readonly Finding[] {
  return [
    ...disagreement(
      'POC-PAIR-04',
      answered.conversationId === asked.conversationId,
      'ConversationId is that of the request',
    ),
    ...disagreement('POC-PAIR-05', answered.exchangeId === asked.exchangeId, 'ExchangeId is that of the request'),
    ...disagreement(
      'POC-PAIR-06',
      isAgent(answered.originalSender, { identifier: asked.finalRecipient }) &&
        isAgent(answered.finalRecipient, { identifier: asked.originalSender }),
      'originalSender and finalRecipient are those of the request, swapped',
    ),
    ...disagreement(
      'POC-PAIR-07',
      isAgent(answered.from, { identifier: asked.to }) && isAgent(answered.to, { identifier: asked.from }),
      'the access points are those of the request, swapped',
    ),
    ...disagreement('POC-PAIR-08', answered.messageId !== asked.messageId, 'the answer has a MessageId of its own'),
  ];
}
