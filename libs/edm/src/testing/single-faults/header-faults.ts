import { append, attribute, repeat, text } from './change.js';
import { faultsOf, type Fault } from './fault.js';

const fault = faultsOf('R-EDM-ebMS-', 'header');
const answer = fault.of('answerHeader');

const property = (name: string) => `//eb:MessageProperties/eb:Property[@name="${name}"]`;
const MIME_TYPE = '(//eb:PartInfo)[1]/eb:PartProperties/eb:Property[@name="MimeType"]';

export const HEADER_FAULTS: readonly Fault[] = [
  fault('017', text('//eb:ConversationId', 'talk')),
  fault('018', append('//eb:MessageProperties', '<eb:Property name="Other">x</eb:Property>')),
  fault('019', attribute(property('originalSender'), 'name', 'sender')),
  fault('023', repeat('//eb:PartInfo')),
  fault('030', text(MIME_TYPE, 'application/xml')),
  answer('032', text(MIME_TYPE, 'application/xml')),
  fault('037', text(property('ExchangeId'), 'exchange')),
  fault('038', text(property('SpecificationId'), 'oots-edm:v9.9')),
  fault('POC-ebMS-01', text('(//eb:Role)[1]', 'http://sdg.europa.eu/edelivery/door')),
  fault('POC-ebMS-02', attribute('//eb:Service', 'type', 'urn:other')),
  fault('POC-ebMS-03', text('//eb:Action', 'Other'), 'BG-HDR-01'),
  fault('POC-ebMS-04', attribute('(//eb:PartyId)[1]', 'type', 'urn:other')),
  fault('POC-ebMS-05', attribute('//eb:PartInfo', 'href', 'https://fi.example/part')),
  fault('POC-ebMS-06', text('//eb:MessageId', 'first')),
];
