import type { ErrorResponse } from '../error/error-response.js';
import { errorFrom } from '../error/read-error-response.js';
import { isFailure } from '../judgement/kind-of.js';
import type { Reading } from '../reading.js';
import { parseXml } from '../xml/parse-xml.js';
import type { ReadLimits } from '../xml/read-limits.js';
import type { EvidenceResponse } from './evidence-response.js';
import { responseFrom } from './read-evidence-response.js';

/** Either kind of answer to an evidence request. */
export type Answer =
  | { readonly kind: 'response'; readonly response: EvidenceResponse }
  | { readonly kind: 'error'; readonly error: ErrorResponse };

/**
 * Reads an answer by its `@status`: the root does not tell an error from a response.
 *
 * @param limits default 2 MiB and 64 levels
 * @throws {UnreadableMessage} when it is no answer that rules could judge
 */
export function readAnswer(xml: string | Uint8Array, limits?: Partial<ReadLimits>): Reading<Answer> {
  const root = parseXml(xml, limits);
  if (isFailure(root)) {
    const { value, findings } = errorFrom(root);
    return { value: value && { kind: 'error', error: value }, findings };
  }
  const { value, findings } = responseFrom(root);
  return { value: value && { kind: 'response', response: value }, findings };
}
