import { EDM_2_0, EDM_BACKGROUND_0_1, type SpecificationId } from '../specification.js';
import { BACKGROUND_HEADER, backgroundRequestRules, backgroundResponseRules } from './background-rules.js';
import { ERROR_CONTENT, ERROR_STRUCTURE } from './error-rules.js';
import { HEADER_RULES } from './header-rules.js';
import { NOTIFICATION_RULES } from './notification-rules.js';
import { REQUEST_CONTENT } from './request-content.js';
import { REQUEST_PERSONS } from './request-persons.js';
import { REQUEST_STRUCTURE } from './request-structure.js';
import { RESPONSE_CONTENT } from './response-content.js';
import { RESPONSE_STRUCTURE } from './response-structure.js';
import type { Rule } from './rule.js';

/** The documents that have rules. */
export type DocumentKind = 'request' | 'response' | 'error' | 'header' | 'notification';

const REQUEST = [...REQUEST_STRUCTURE, ...REQUEST_CONTENT, ...REQUEST_PERSONS];
const RESPONSE = [...RESPONSE_STRUCTURE, ...RESPONSE_CONTENT];
const ERROR = [...ERROR_STRUCTURE, ...ERROR_CONTENT];

/** Which rules a document has to follow. A line of the specification is one entry: rules of one are never run on another. */
export const RULE_SETS: Readonly<Record<SpecificationId, Readonly<Record<DocumentKind, readonly Rule[]>>>> = {
  [EDM_2_0]: {
    request: REQUEST,
    response: RESPONSE,
    error: ERROR,
    header: HEADER_RULES,
    notification: NOTIFICATION_RULES,
  },
  [EDM_BACKGROUND_0_1]: {
    request: backgroundRequestRules(REQUEST),
    response: backgroundResponseRules(RESPONSE),
    error: ERROR,
    header: BACKGROUND_HEADER,
    notification: NOTIFICATION_RULES,
  },
};
