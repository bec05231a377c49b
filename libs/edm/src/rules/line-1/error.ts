import { EDM_1_0, type EDM_1_1, type EDM_1_2 } from '../../specification.js';
import { attributeIs, exactlyOne, hasAttribute, oneSlot, slotsNamed, textIs, type Condition } from '../conditions.js';
import { ERROR_CONTENT, ERROR_SEVERITY, ERROR_STRUCTURE, errorSpecification, EXCEPTION_SLOTS } from '../error-rules.js';
import { slotType } from '../families.js';
import { Path } from '../path.js';
import { RESPONSE, statusIs } from '../response-structure.js';
import { amended, caution, fatal, sharedWith, type Rule } from '../rule.js';
import { language10, organisation10 } from './families.js';

const RULES = [...ERROR_STRUCTURE, ...ERROR_CONTENT];

const exception = RESPONSE.child('rs:Exception');
const anyException = Path.document.anywhere('rs:Exception');
const has =
  (slot: string): Condition =>
  (element) =>
    slotsNamed(element, slot).length > 0;

const closedListOfExceptionSlots = fatal(
  'R-EDM-ERR-S027',
  '1.0',
  'an exception has no other slots than the listed ones',
  anyException.slot(),
  attributeIs('name', ...EXCEPTION_SLOTS, 'PreviewMethod'),
);

/** `PreviewMethod`, which 2.0 has no more. @param methods of HTTP */
const previewMethod = (...methods: readonly string[]): readonly Rule[] => [
  caution(
    'R-EDM-ERR-S016',
    '1.0',
    'a PreviewMethod is given once',
    anyException.where(has('PreviewMethod')),
    oneSlot('PreviewMethod'),
  ),
  slotType('R-EDM-ERR-S025', '1.0', anyException, 'PreviewMethod', 'StringValueType'),
  fatal(
    'R-EDM-ERR-C021',
    '1.0',
    'a PreviewMethod is a method of HTTP',
    exception.value('PreviewMethod').child('rim:Value'),
    textIs(...methods),
  ),
];

/** @returns the rules of an error of the lines 1.1 and 1.2. @see TDD 1.2 4.5.3 */
export function errorRules12(specification: typeof EDM_1_1 | typeof EDM_1_2): readonly Rule[] {
  return [
    ...amended(sharedWith('1.2', RULES), [errorSpecification(specification), closedListOfExceptionSlots]),
    ...previewMethod('GET', 'POST', 'PUT'),
    fatal(
      'R-EDM-ERR-S031',
      '1.1',
      'a PreviewMethod stands beside a PreviewLocation',
      anyException.where(has('PreviewLocation')),
      oneSlot('PreviewMethod'),
    ),
  ];
}

const provider = RESPONSE.value('ErrorProvider').child('sdg:Agent');
const requester = RESPONSE.value('EvidenceRequester').child('sdg:Agent');
const PREVIEW_SEVERITY_1_0 = 'urn:sr.oots.tech.europa.eu:codes:ErrorSeverity:EDMErrorResponse:PreviewRequired';

/** The rules of an error of the line 1.0. @see the Schematron files EDM-ERR-S and EDM-ERR-C of OOTS-EDM 1.0 */
export const ERROR_RULES_1_0: readonly Rule[] = [
  ...amended(sharedWith('1.0', RULES), [
    errorSpecification(EDM_1_0),
    closedListOfExceptionSlots,
    fatal(
      'R-EDM-ERR-S006',
      '1.0',
      'the status is Failure or Unavailable',
      RESPONSE,
      statusIs('Failure', 'Unavailable'),
    ),
    fatal('R-EDM-ERR-S008', '1.0', 'an error raises exactly one exception', RESPONSE, exactlyOne('rs:Exception')),
    organisation10('R-EDM-ERR-C004', provider.child('sdg:Identifier')),
    organisation10('R-EDM-ERR-C010', requester.child('sdg:Identifier')),
    fatal(
      'R-EDM-ERR-C011',
      '1.0',
      'a Failure raises exactly one exception',
      RESPONSE.where(statusIs('Failure')),
      exactlyOne('rs:Exception'),
    ),
    fatal(
      'R-EDM-ERR-C014',
      '1.0',
      'the severity is Error or PreviewRequired',
      exception.where(hasAttribute('severity')),
      attributeIs('severity', ERROR_SEVERITY, PREVIEW_SEVERITY_1_0),
    ),
    language10(
      'R-EDM-ERR-C020',
      exception.value('PreviewDescription').child('rim:Value').child('rim:LocalizedString'),
      'xml:lang',
    ),
    fatal(
      'R-EDM-ERR-C022',
      '1.0',
      'PreviewRequired comes with a PreviewLocation',
      exception.where(attributeIs('severity', PREVIEW_SEVERITY_1_0)),
      oneSlot('PreviewLocation'),
    ),
  ]),
  ...previewMethod('GET', 'POST'),
];
