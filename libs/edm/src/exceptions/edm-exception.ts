/** Code of the EDMErrorCodes list. */
export type EdmErrorCode = `EDM:ERR:000${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/** One of the eight exceptions in which an evidence request can end. @see TDD 4.5.3 */
export interface EdmException {
  readonly code: EdmErrorCode;
  /** `xsi:type`, prefix included: rules compare the string. */
  readonly type: string;
  /** Text of the code list. */
  readonly message: string;
}

function exception(code: EdmErrorCode, type: string, message: string): EdmException {
  return Object.freeze({ code, type, message });
}

export const EDM_EXCEPTIONS = Object.freeze({
  /** The person could not be authenticated again at the provider. */
  failedAuthentication: exception('EDM:ERR:0001', 'rs:AuthenticationExceptionType', 'Failed Authentication'),
  /** A preview is required, or the requester is not authorised: the severity tells them apart. */
  missingAuthorization: exception('EDM:ERR:0002', 'rs:AuthorizationExceptionType', 'Missing Authorization'),
  /** A rule is broken, the request was processed before, or its version is not served. */
  invalidRequest: exception(
    'EDM:ERR:0003',
    'rs:InvalidRequestExceptionType',
    'Syntactically or semantically invalid request',
  ),
  /** No evidence, no unique identity match, or refused by the person: outside they look the same. */
  objectNotFound: exception('EDM:ERR:0004', 'rs:ObjectNotFoundExceptionType', 'Object not found'),
  /** T1 or T3 passed. */
  timeout: exception('EDM:ERR:0005', 'rs:TimeoutExceptionType', 'Exceeding timeout period'),
  /** A reference, such as the directory's record, is not known. */
  unresolvedReference: exception(
    'EDM:ERR:0006',
    'rs:UnresolvedReferenceExceptionType',
    'Referenced object that cannot be resolved',
  ),
  /** A format or feature is not served. */
  unsupportedCapability: exception(
    'EDM:ERR:0007',
    'rs:UnsupportedCapabilityExceptionType',
    'Optional feature or capability is not supported',
  ),
  /** The query cannot be carried out. */
  queryException: exception(
    'EDM:ERR:0008',
    'query:QueryExceptionType',
    'Invalid query syntax or semantics that must be corrected',
  ),
});

/** @returns the exception of the list with that code */
export function edmException(code: string): EdmException | undefined {
  return Object.values(EDM_EXCEPTIONS).find((known) => known.code === code);
}
