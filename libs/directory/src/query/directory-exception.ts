/** Wire form of a refusal: the code's exception type, message and severity. */
export interface DirectoryExceptionForm {
  readonly type: 'rs:ObjectNotFoundExceptionType' | 'rs:InvalidRequestExceptionType';
  readonly message: string;
  readonly severity: string;
}

const ERROR = 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error';
const ADDITIONAL_INPUT = 'urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:DSDErrorResponse:AdditionalInput';

const notFound = (message: string, severity = ERROR): DirectoryExceptionForm => ({
  type: 'rs:ObjectNotFoundExceptionType',
  message,
  severity,
});
const invalid = (message: string): DirectoryExceptionForm => ({
  type: 'rs:InvalidRequestExceptionType',
  message,
  severity: ERROR,
});

/** Refusals of the Evidence Broker and the Data Services Directory, one form per code. @see TDD 3.1.4, 3.2.4 */
export const DIRECTORY_EXCEPTIONS = {
  'EB:ERR:0001': notFound('The result set is empty'),
  'EB:ERR:0002': notFound('The requirement requested does not exist'),
  'EB:ERR:0003': invalid('The query parameters do not follow the query specification'),
  /** 1.x only: in 2.0 a jurisdiction is a country. */
  'EB:ERR:0004': invalid('The jurisdiction level code is invalid or unknown'),
  'EB:ERR:0005': invalid('The procedure-id value is invalid or unknown'),
  'EB:ERR:0006': invalid('The country value is invalid or unknown'),
  'EB:ERR:0007': invalid('The requested query does not exist'),
  'DSD:ERR:0001': notFound('No Data Services were found based on the given parameters'),
  'DSD:ERR:0002': notFound('The Evidence Type requested cannot be found'),
  'DSD:ERR:0003': invalid('The query parameters do not follow the query specification'),
  'DSD:ERR:0004': invalid('The requested Query does not exist'),
  'DSD:ERR:0005': notFound(
    'The query requires the included extra attributes to be provided by the user',
    ADDITIONAL_INPUT,
  ),
  'DSD:ERR:0006': invalid('Incorrect provided value for requested parameters'),
} as const satisfies Record<string, DirectoryExceptionForm>;

export type DirectoryErrorCode = keyof typeof DIRECTORY_EXCEPTIONS;

/** @returns whether `code` is one this version of the directories may answer with */
export function isDirectoryErrorCode(code: string): code is DirectoryErrorCode {
  return Object.hasOwn(DIRECTORY_EXCEPTIONS, code);
}
