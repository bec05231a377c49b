import type { EvidenceTypeSummary, ProviderClassification } from './declaration.js';
import type { DirectoryErrorCode } from './query/directory-exception.js';

/** The directory understood the question and declined to answer it. Never cached, never retried unchanged. */
export class DirectoryRefusal extends Error {
  override readonly name = 'DirectoryRefusal';

  /** What a person has to answer first; only with `DSD:ERR:0005`. */
  readonly questions: readonly ProviderClassification[];
  /** The evidence type that the questions are about. */
  readonly about: EvidenceTypeSummary | undefined;

  /**
   * @param code of the EBErrorCodes or DSDErrorCodes list
   * @param detail the directory's own words, `EMPTY_RESULT` or a parameter's name
   */
  constructor(
    readonly code: DirectoryErrorCode,
    readonly detail: string,
    input: { readonly questions?: readonly ProviderClassification[]; readonly about?: EvidenceTypeSummary } = {},
  ) {
    super(`${code}: ${detail}`);
    this.questions = input.questions ?? [];
    this.about = input.about;
  }
}

/** The directory gave no usable answer: out of reach, too slow, or not speaking its protocol. May be tried again. */
export class DirectoryUnavailable extends Error {
  override readonly name = 'DirectoryUnavailable';
}

/** Why an answer is not the directory's, in the order in which it is looked at. @see TDD 3.6.2 */
export type DistrustReason =
  | 'digest-missing'
  | 'digest-mismatch'
  | 'signature-missing'
  | 'signature-malformed'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'signature-not-current'
  | 'signature-invalid'
  | 'answer-to-another-question';

/** An answer that does not prove where it comes from. Nothing of its body has been read. */
export class DirectoryNotTrusted extends Error {
  override readonly name = 'DirectoryNotTrusted';

  constructor(
    readonly reason: DistrustReason,
    detail?: string,
  ) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
  }
}
