/** What a number can fail. */
export type IdentifierRule = 'format' | 'date' | 'range' | 'check-digit';

/** One rule that a number does not meet. Never carries the number. */
export interface IdentifierFinding {
  readonly rule: IdentifierRule;
  /** `warning` where the issuing authority's own rule does not promise it. */
  readonly severity: 'error' | 'warning';
  readonly detail: string;
}

/** The verdict on one national number. The authority that issued it remains the judge: foreign numbers are never refused for it. */
export interface IdentifierCheck {
  /** True when no finding is an error. */
  readonly valid: boolean;
  /** As it is stored and compared; absent when the format is not met. */
  readonly canonical?: string;
  /** As the country writes it. */
  readonly national?: string;
  /** ISO 8601 calendar date, where the number promises one. */
  readonly dateOfBirth?: string;
  /** Where the number promises it. */
  readonly sex?: 'FEMALE' | 'MALE';
  readonly findings: readonly IdentifierFinding[];
}

/** Checks numbers of one scheme. Tolerates surrounding blanks and lower case. */
export type IdentifierValidator = (number: string) => IdentifierCheck;

export function finding(
  rule: IdentifierRule,
  detail: string,
  severity: IdentifierFinding['severity'] = 'error',
): IdentifierFinding {
  return { rule, severity, detail };
}

/** The verdict when nothing but the shape of the number is known to be wrong. */
export function malformed(detail: string): IdentifierCheck {
  return { valid: false, findings: [finding('format', detail)] };
}

export function verdict(
  findings: readonly IdentifierFinding[],
  known: Omit<IdentifierCheck, 'valid' | 'findings'>,
): IdentifierCheck {
  return { valid: findings.every(({ severity }) => severity !== 'error'), ...known, findings };
}
