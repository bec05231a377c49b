import { append, attribute, drop, rename, repeat, text } from './change.js';
import { faultsOf, type Fault } from './fault.js';
import { DISTRIBUTION, OTHER_SLOT, top, valueOf } from './request-faults.js';
import { DISTRIBUTION as SERVED } from './response-faults.js';

const request = faultsOf('BG-REQ-', 'request');
const response = faultsOf('BG-RESP-', 'response');
const header = faultsOf('BG-HDR-', 'header');
const notification = faultsOf('BG-NTF-', 'notification');

const answered = (slot: string) => `/query:QueryResponse/rim:Slot[@name="${slot}"]`;
const ROOT = '/rim:Notification';
const EVENT = `${ROOT}/rim:Event`;

/** Rules of the background profile and of its notifications; the bases rest on consent. */
export const BACKGROUND_FAULTS: readonly Fault[] = [
  request('01', drop(top('BgExchangeMode'))),
  request('02', text(`${valueOf(top('PossibilityForPreview'))}/rim:Value`, 'true')),
  request('03', drop(top('BgNotice'))),
  request('04', drop(top('BgConsent'))),
  request('05', text(`${valueOf(top('ExplicitRequestGiven'))}/rim:Value`, 'false')),
  request('06', text('//bg:LegalBasis/bg:MemberState', 'SE')),
  request('08', text(`(${top('BgRequestedAttributes')}//rim:Value)[1]`, 'address')),
  request('09', drop(DISTRIBUTION)),
  response('01', drop(answered('BgUsageReference'))),
  response('02', text(`(${answered('BgDisclosedAttributes')}//rim:Value)[1]`, 'address')),
  response('04', drop(`${SERVED}/sdg:ConformsTo`)),
  header('01', text('//eb:Action', 'Notify')),
  notification('01', rename('rim:Message')),
  notification('02', attribute(ROOT, 'id', 'first')),
  notification('03', attribute(ROOT, 'subscription', 'first')),
  notification('04', drop(`${ROOT}/rim:Slot`)),
  notification('05', text(`${ROOT}/rim:Slot/rim:SlotValue/rim:Value`, 'oots-edm:v9.9')),
  notification('06', append(ROOT, OTHER_SLOT)),
  notification('07', drop(EVENT)),
  notification('08', attribute(EVENT, 'id', 'first')),
  notification('09', attribute(EVENT, 'timestamp', 'yesterday')),
  notification('10', attribute(EVENT, 'user', '')),
  notification('11', attribute(EVENT, 'requestId', 'first')),
  notification('12', repeat(`${EVENT}/rim:Action`)),
  notification('13', attribute(`${EVENT}/rim:Action`, 'eventType', 'urn:other')),
  notification('14', drop('//rim:AffectedObjectRefs')),
];
