import { attributeIs } from '../conditions.js';
import { HEADER_RULES, PROPERTIES, properties } from '../header-rules.js';
import { fatal, sharedWith, type Rule } from '../rule.js';

const [originalSender, finalRecipient] = PROPERTIES;
const CORNERS = [originalSender, finalRecipient];

/** The rules of a header of the 1.x line: two properties, and no word of exchange or specification. @see TDD 1.2 4.7.1 */
export const HEADER_RULES_1: readonly Rule[] = [
  ...sharedWith('1.2', HEADER_RULES),
  fatal(
    'R-EDM-ebMS-018',
    '1.1',
    'a message has exactly two properties',
    properties,
    (list) => list.all('eb:Property').length === CORNERS.length,
  ),
  fatal('R-EDM-ebMS-019', '1.1', 'originalSender and finalRecipient are given once each', properties, (list) =>
    CORNERS.every((name) => list.all('eb:Property').filter(attributeIs('name', name)).length === 1),
  ),
];
