import { edmException } from '../exceptions/edm-exception.js';
import { EvidenceResponseId, RequestId } from '../identifiers.js';
import type { Reading } from '../reading.js';
import {
  requiredContent,
  requiredSlotText,
  slotContent,
  slotDateTime,
  slotLocalisedTexts,
  slotText,
} from '../regrep/read-slot.js';
import { expectRoot, specificationOf } from '../regrep/specification-of.js';
import { RULE_SETS } from '../rules/rule-sets.js';
import { readAgent } from '../sdg/agent.xml.js';
import { EDM_2_0 } from '../specification.js';
import { parseXml } from '../xml/parse-xml.js';
import { present } from '../xml/present.js';
import { readJudged } from '../xml/read-judged.js';
import type { ReadLimits } from '../xml/read-limits.js';
import { SchemaViolation } from '../xml/schema-violation.js';
import type { XmlElement } from '../xml/xml-element.js';
import type { ErrorResponse, RaisedException } from './error-response.js';

/**
 * Reads and judges `query:QueryResponse` of a failure.
 *
 * @param limits default 2 MiB and 64 levels
 * @throws {UnreadableMessage} when it is no error that rules could judge
 * @see TDD 4.5.3
 */
export function readErrorResponse(xml: string | Uint8Array, limits?: Partial<ReadLimits>): Reading<ErrorResponse> {
  return errorFrom(parseXml(xml, limits));
}

/** @param root of a document that has been parsed */
export function errorFrom(root: XmlElement): Reading<ErrorResponse> {
  expectRoot(root, 'query:QueryResponse', 'R-EDM-ERR-S001');
  const specification = specificationOf(root, 'R-EDM-ERR-C001');
  return readJudged(root, RULE_SETS[specification].error, (error) => {
    const requestId = error.attribute('requestId');
    const requester = slotContent(error, 'EvidenceRequester', 'sdg:Agent');
    return {
      specification: EDM_2_0,
      id: EvidenceResponseId.of(requiredSlotText(error, 'EvidenceResponseIdentifier')),
      errorProvider: readAgent(requiredContent(error, 'ErrorProvider', 'sdg:Agent')),
      exceptions: error.all('rs:Exception').map(readException),
      ...present({
        requestId: requestId === undefined ? undefined : RequestId.of(requestId.trim()),
        requester: requester && readAgent(requester),
      }),
    };
  });
}

/** The code decides which exception it is: the type repeats it. */
function readException(element: XmlElement): RaisedException {
  const exception = edmException(element.attribute('code') ?? '');
  if (exception === undefined) throw new SchemaViolation('no exception of the list', element.path);
  const location = slotText(element, 'PreviewLocation');
  return {
    exception,
    raisedAt: slotDateTime(element, 'Timestamp'),
    ...present({
      detail: element.attribute('detail'),
      preview:
        location === undefined
          ? undefined
          : { location, ...present({ descriptions: slotLocalisedTexts(element, 'PreviewDescription') }) },
    }),
  };
}
