import { append, attribute, drop, rename, repeat, retype, text } from './change.js';
import { faultsOf, type Fault } from './fault.js';
import { OTHER_SLOT } from './request-faults.js';

const fault = faultsOf('R-EDM-ERR-', 'error');
const preview = fault.of('preview');

const ROOT = '/query:QueryResponse';
const top = (slot: string) => `${ROOT}/rim:Slot[@name="${slot}"]`;
const value = (slot: string) => `${top(slot)}/rim:SlotValue`;
export const EXCEPTION = `${ROOT}/rs:Exception`;
export const raised = (slot: string) => `${EXCEPTION}/rim:Slot[@name="${slot}"]`;
const PROVIDER = `${top('ErrorProvider')}//sdg:Agent`;
const REQUESTER = `${top('EvidenceRequester')}//sdg:Agent`;
const UNKNOWN_SCHEME = 'urn:cef.eu:names:identifier:EAS:7777';

export const ERROR_FAULTS: readonly Fault[] = [
  fault('S001', rename('query:OtherResponse')),
  fault('S002', rename('rim:QueryResponse')),
  fault('S003', attribute(ROOT, 'requestId'), 'C025'),
  fault('S004', attribute(ROOT, 'requestId', 'urn:uuid:1')),
  fault('S006', attribute(ROOT, 'status', 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success')),
  fault('S007', append(ROOT, '<rim:RegistryObjectList/>')),
  fault('S008', drop(EXCEPTION), 'C011'),
  fault('S009', drop(top('SpecificationIdentifier'))),
  fault('S010', drop(top('EvidenceResponseIdentifier'))),
  fault('S011', drop(top('ErrorProvider'))),
  fault('S012', drop(top('EvidenceRequester'))),
  fault('S013', drop(raised('Timestamp'))),
  preview('S014', repeat(raised('PreviewLocation')), 'POC-ERR-01'),
  preview('S015', repeat(raised('PreviewDescription')), 'POC-ERR-01'),
  fault('S017', append(ROOT, OTHER_SLOT)),
  fault('S018', retype(value('SpecificationIdentifier'))),
  fault('S019', retype(value('EvidenceResponseIdentifier'))),
  fault('S020', retype(value('ErrorProvider'))),
  fault('S021', retype(value('EvidenceRequester'))),
  fault('S022', retype(`${raised('Timestamp')}/rim:SlotValue`)),
  preview('S023', retype(`${raised('PreviewLocation')}/rim:SlotValue`)),
  preview('S024', retype(`${raised('PreviewDescription')}/rim:SlotValue`)),
  fault('S026', repeat(PROVIDER), 'C023'),
  fault('S027', append(EXCEPTION, OTHER_SLOT)),
  fault('S028', repeat(`${raised('Timestamp')}/rim:SlotValue`)),
  fault('S029', drop(`${raised('Timestamp')}/rim:SlotValue/rim:Value`)),
  preview('POC-ERR-01', repeat(raised('PreviewDescription')), 'S015'),
  fault('POC-ERR-02', retype(value('ErrorProvider'), 'other:AnyValueType')),
  fault('C001', text(`${value('SpecificationIdentifier')}/rim:Value`, 'oots-edm:v9.9')),
  fault('C002', text(`${value('EvidenceResponseIdentifier')}/rim:Value`, 'first')),
  fault('C003', attribute(`${PROVIDER}/sdg:Identifier`, 'schemeID'), 'C004'),
  fault('C004', attribute(`${PROVIDER}/sdg:Identifier`, 'schemeID', UNKNOWN_SCHEME)),
  fault('C005', text(`${PROVIDER}//sdg:AdminUnitLevel1`, 'ZZ')),
  fault('C006', append(`${PROVIDER}/sdg:Address`, '<sdg:AdminUnitLevel2>south</sdg:AdminUnitLevel2>')),
  fault('C007', drop(`${PROVIDER}/sdg:Classification`)),
  fault('C008', text(`${PROVIDER}/sdg:Classification`, 'ER')),
  fault('C009', attribute(`${REQUESTER}/sdg:Identifier`, 'schemeID'), 'C010'),
  fault('C010', attribute(`${REQUESTER}/sdg:Identifier`, 'schemeID', UNKNOWN_SCHEME)),
  fault('C011', drop(EXCEPTION), 'S008'),
  fault('C012', attribute(EXCEPTION, 'xsi:type')),
  fault('C013', retype(EXCEPTION, 'rs:OtherExceptionType')),
  fault('C014', attribute(EXCEPTION, 'severity', 'urn:other'), 'C015'),
  fault(
    'C015',
    attribute(
      EXCEPTION,
      'severity',
      'urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:EDMErrorResponse:PreviewRequired',
    ),
  ),
  fault('C016', attribute(EXCEPTION, 'message')),
  fault('C017', attribute(EXCEPTION, 'code', 'EDM:ERR:0009')),
  fault('C018', text(`${raised('Timestamp')}/rim:SlotValue/rim:Value`, 'yesterday')),
  preview('C019', text(`${raised('PreviewLocation')}/rim:SlotValue/rim:Value`, 'http://ee.example/p')),
  preview('C020', attribute(`${raised('PreviewDescription')}//rim:LocalizedString`, 'xml:lang', 'en')),
  preview('C022', attribute(EXCEPTION, 'severity', 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error')),
  fault('C023', repeat(PROVIDER), 'S026'),
  fault('C024', drop(`${PROVIDER}/sdg:Address`)),
  fault('C025', attribute(ROOT, 'requestId'), 'S003'),
  fault('C026', attribute(EXCEPTION, 'code')),
  fault('C027', text(`(${PROVIDER}/sdg:Name)[1]`, 'x')),
  fault('C028', attribute(`${REQUESTER}/sdg:Name`, 'lang', 'en')),
  fault('C029', attribute(`${REQUESTER}/sdg:Name`, 'lang')),
  fault('C030', attribute(`(${PROVIDER}/sdg:Name)[1]`, 'lang', 'en')),
  fault('C031', attribute(`(${PROVIDER}/sdg:Name)[1]`, 'lang')),
];
