import { anySlot, dateTimeSlot, internationalSlot, stringSlot } from '../regrep/slot.xml.js';
import { ERROR_SEVERITY, PREVIEW_SEVERITY } from '../rules/error-rules.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { writeClassifiedAgent, writeIdentifiedAgent } from '../sdg/agent.xml.js';
import { writeJudged } from '../xml/write-judged.js';
import { element, type Markup } from '../xml/xml-writer.js';
import type { ErrorResponse, RaisedException } from './error-response.js';

function raised({ exception, detail, raisedAt, preview }: RaisedException): Markup {
  return element(
    'rs:Exception',
    {
      'xsi:type': exception.type,
      code: exception.code,
      message: exception.message,
      severity: preview === undefined ? ERROR_SEVERITY : PREVIEW_SEVERITY,
      detail,
    },
    dateTimeSlot('Timestamp', raisedAt),
    preview && stringSlot('PreviewLocation', preview.location),
    preview?.descriptions && internationalSlot('PreviewDescription', preview.descriptions),
  );
}

/**
 * Writes `query:QueryResponse` of a failure.
 *
 * @returns the document, UTF-8 by its declaration
 * @throws {UnwritableMessage} when the error breaks a rule, such as a preview beside another code than EDM:ERR:0002
 * @throws {RangeError} when a text holds a character that XML cannot carry
 * @see TDD 4.5.3
 */
export function writeErrorResponse(error: ErrorResponse): string {
  const { classification } = error.errorProvider;
  const root = element(
    'query:QueryResponse',
    { requestId: error.requestId, status: 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure' },
    stringSlot('SpecificationIdentifier', error.specification),
    stringSlot('EvidenceResponseIdentifier', error.id),
    anySlot(
      'ErrorProvider',
      writeClassifiedAgent(
        error.errorProvider,
        classification === 'EP' || classification === 'IP' ? classification : 'ERRP',
      ),
    ),
    error.requester && anySlot('EvidenceRequester', writeIdentifiedAgent(error.requester)),
    error.exceptions.map(raised),
  );
  return writeJudged(root, ['query', 'rim', 'rs', 'sdg', 'xsi'], RULE_SETS[error.specification].error);
}
