import { append, attribute, drop, each, repeat, retype, text } from './change.js';
import { EXCEPTION, raised } from './error-faults.js';
import { faultsOf, type Fault } from './fault.js';
import {
  COMPANY,
  DISTRIBUTION,
  PERSON,
  PROVIDER,
  REPRESENTATIVE,
  REQUESTER,
  TYPE,
  top,
  valueOf,
} from './request-faults.js';
import {
  AVAILABLE_SLOT,
  COMPANY as COMPANY_ABOUT,
  CONFORMANCE,
  DISTRIBUTION as SERVED,
  PROVIDER as ANSWERING,
  REQUESTER as ASKING,
} from './response-faults.js';

const request = faultsOf('R-EDM-REQ-', 'request');
const response = faultsOf('R-EDM-RESP-', 'response');
const error = faultsOf('R-EDM-ERR-', 'preview');

const PROCEDURE = `${valueOf(top('Procedure'))}/rim:Value/rim:LocalizedString`;
const REQUIREMENT = '//sdg:Requirement';
const UNREGISTERED = 'urn:oasis:names:tc:ebcore:partyid-type:unregistered:FI';
const answered = (slot: string) => `/query:QueryResponse/rim:Slot[@name="${slot}"]`;
const method = `${raised('PreviewMethod')}/rim:SlotValue`;

/** `Transformation` at the end of a distribution, by a data model of the line. */
const transforming = (distribution: string, model: string) =>
  append(distribution, `<sdg:Transformation>${model}</sdg:Transformation>`);
const MODEL_1_2 = 'https://sr.oots.tech.ec.europa.eu/datamodels/residence-1.0.0/summary';

const BOTH: readonly Fault[] = [
  request('S022', retype(valueOf(top('Procedure')))),
  request('C003', attribute(PROCEDURE, 'value', 'Q9')),
  request('C004', attribute(PROCEDURE, 'xml:lang', 'en')),
  request('C032', repeat(DISTRIBUTION)),
  request('C035', transforming(DISTRIBUTION, 'https://sr.example/model')),
  request('C038', drop(`${PERSON}/sdg:Identifier`)),
  request('C060', drop(`${REPRESENTATIVE}/sdg:Identifier`)),
  request('C106', drop(`${TYPE}/sdg:Identifier`)),
  response('C043', transforming(SERVED, 'https://sr.example/model')),
  error('S025', retype(method)),
  error('C021', text(`${method}/rim:Value`, 'DELETE')),
];

/** What 1.1 and 1.2 have in other words than 2.0, or alone. */
export const FAULTS_1_2: readonly Fault[] = [
  ...BOTH,
  request('C069', attribute('/query:QueryRequest', 'xml:lang', 'en')),
  request('C027', text(`${TYPE}/sdg:EvidenceTypeClassification`, 'https://sr.oots.tech.ec.europa.eu/other')),
  request('C072', each(transforming(DISTRIBUTION, MODEL_1_2), drop(`${DISTRIBUTION}/sdg:ConformsTo`)), 'C071', 'C113'),
  request('C113', each(transforming(DISTRIBUTION, MODEL_1_2), repeat(`${DISTRIBUTION}/sdg:ConformsTo`))),
  response('C048', each(transforming(SERVED, MODEL_1_2), drop(`${SERVED}/sdg:ConformsTo`)), 'C055'),
  response('C055', each(transforming(SERVED, MODEL_1_2), repeat(`${SERVED}/sdg:ConformsTo`))),
  error('S016', repeat(raised('PreviewMethod')), 'S031', 'POC-ERR-01'),
  error('S031', drop(raised('PreviewMethod'))),
];

/** What 1.0 has in other words than the later lines, or alone. */
export const FAULTS_1_0: readonly Fault[] = [
  ...BOTH,
  request('S038', drop(`${REQUIREMENT}/sdg:Name`)),
  request('S043', drop(`${PROVIDER}/sdg:Name`)),
  request('S045', drop(`${TYPE}/sdg:Title`)),
  request('S040', append(REQUESTER, '<sdg:Jurisdiction/>')),
  request('C010', attribute(`${REQUESTER}/sdg:Identifier`, 'schemeID'), 'C012'),
  request('C012', attribute(`${REQUESTER}/sdg:Identifier`, 'schemeID', UNREGISTERED)),
  request('C018', attribute(`${PROVIDER}/sdg:Identifier`, 'schemeID', UNREGISTERED)),
  request('C032', repeat(DISTRIBUTION)),
  request('C039', text(`${PERSON}/sdg:Identifier`, 'EE/FI/1')),
  request.of('company')('C050', text(`${COMPANY}/sdg:LegalPersonIdentifier`, 'EE/FI/1')),
  ...[
    'SpecificationIdentifier',
    'EvidenceResponseIdentifier',
    'IssueDateTime',
    'EvidenceProvider',
    'EvidenceRequester',
  ].map((slot, index) => response(`S0${String(9 + index).padStart(2, '0')}`, drop(answered(slot)), 'S016')),
  response('S008', append('/query:QueryResponse', '<rs:Exception/>')),
  response(
    'S014',
    each(append('/query:QueryResponse', AVAILABLE_SLOT), append('/query:QueryResponse', AVAILABLE_SLOT)),
    'POC-RESP-02',
  ),
  response('S016', drop(answered('IssueDateTime')), 'S011'),
  response('S025', drop(ANSWERING)),
  response('S026', drop(`${ANSWERING}/sdg:Address`)),
  response('S028', drop(`${ASKING}/sdg:Name`)),
  response('S030', drop(`${CONFORMANCE}/sdg:Title`)),
  response('C007', attribute(`${ANSWERING}/sdg:Identifier`, 'schemeID', UNREGISTERED)),
  response.of('companyResponse')('C034', text(`${COMPANY_ABOUT}/sdg:LegalPersonIdentifier`, 'EE/FI/1')),
  error.of('error')('S008', repeat(EXCEPTION), 'C011'),
  error.of('error')('C011', repeat(EXCEPTION), 'S008'),
  error('S016', repeat(raised('PreviewMethod')), 'POC-ERR-01'),
  error('C022', drop(raised('PreviewLocation'))),
];
