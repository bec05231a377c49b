import { UnreadableMessage } from '@oots/edm';
import { element, parseXml, writeDocument } from '@oots/edm/xml';
import { DirectoryUnavailable } from '../directory-error.js';
import { isRegistrationErrorCode, REGISTRATION_EXCEPTIONS, RegistrationRefusal } from './registration-refusal.js';

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';
const ERROR = 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error';

/** What became of a registration. */
export interface RegistrationAnswer {
  /** `urn:uuid:<UUID>` of the request, where it could be read. */
  readonly requestId: string | undefined;
  /** Absent when the registration stands. */
  readonly refusal: RegistrationRefusal | undefined;
}

/** `rs:RegistryResponse`. A refusal travels with HTTP status 200. */
export function writeRegistrationAnswer({ requestId, refusal }: RegistrationAnswer): string {
  const status = `${STATUS}${refusal === undefined ? 'Success' : 'Failure'}`;
  const exception =
    refusal &&
    element('rs:Exception', {
      'xsi:type': 'rs:InvalidRequestExceptionType',
      code: refusal.code,
      detail: refusal.detail,
      message: REGISTRATION_EXCEPTIONS[refusal.code],
      severity: ERROR,
    });
  return writeDocument(element('rs:RegistryResponse', { status, requestId }, exception), ['rs', 'xsi']);
}

/**
 * @param xml proven to be the directory's
 * @throws {DirectoryUnavailable} when the document is no such answer
 */
export function readRegistrationAnswer(xml: Uint8Array): RegistrationAnswer {
  const root = parsed(xml);
  const status = root.attribute('status');
  const requestId = root.attribute('requestId');
  if (status === `${STATUS}Success`) return { requestId, refusal: undefined };
  const exception = root.first('rs:Exception');
  const code = exception?.attribute('code') ?? '';
  if (status !== `${STATUS}Failure` || !isRegistrationErrorCode(code)) throw notAnAnswer('unknown status or code');
  return { requestId, refusal: new RegistrationRefusal(code, exception?.attribute('detail') ?? '') };
}

function parsed(xml: Uint8Array) {
  try {
    const root = parseXml(xml, { maxBytes: 64 * 1024 });
    if (!root.is('rs:RegistryResponse')) throw notAnAnswer('another root');
    return root;
  } catch (error) {
    if (error instanceof UnreadableMessage) throw notAnAnswer(error.reason);
    throw error;
  }
}

function notAnAnswer(what: string): DirectoryUnavailable {
  return new DirectoryUnavailable(`the answer to a registration cannot be read: ${what}`);
}
