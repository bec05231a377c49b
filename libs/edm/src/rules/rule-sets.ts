import { EDM_1_0, EDM_1_1, EDM_1_2, EDM_2_0, EDM_BACKGROUND_0_1, type SpecificationLine } from '../specification.js';
import { BACKGROUND_HEADER, backgroundRequestRules, backgroundResponseRules } from './background-rules.js';
import { ERROR_CONTENT, ERROR_STRUCTURE } from './error-rules.js';
import { HEADER_RULES } from './header-rules.js';
import { ERROR_RULES_1_0, errorRules12 } from './line-1/error.js';
import { HEADER_RULES_1 } from './line-1/header.js';
import { REQUEST_RULES_1_0, requestRules12 } from './line-1/request.js';
import { RESPONSE_RULES_1_0, responseRules12 } from './line-1/response.js';
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

type RuleSet = Readonly<Record<DocumentKind, readonly Rule[]>>;

/** Which of the rules of 1.2 already bound 1.1 is not public. See gap G-23. */
function ruleSet12(specification: typeof EDM_1_1 | typeof EDM_1_2): RuleSet {
  return {
    request: requestRules12(specification),
    response: responseRules12(specification),
    error: errorRules12(specification),
    header: HEADER_RULES_1,
    notification: [],
  };
}

/** Which rules a document has to follow. A line of the specification is one entry: rules of one are never run on another. */
export const RULE_SETS: Readonly<Record<SpecificationLine, RuleSet>> = {
  [EDM_1_0]: {
    request: REQUEST_RULES_1_0,
    response: RESPONSE_RULES_1_0,
    error: ERROR_RULES_1_0,
    header: HEADER_RULES_1,
    notification: [],
  },
  [EDM_1_1]: ruleSet12(EDM_1_1),
  [EDM_1_2]: ruleSet12(EDM_1_2),
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
