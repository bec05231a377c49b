/** FATAL refuses the message; WARNING and CAUTION are advice. */
export type Severity = 'FATAL' | 'WARNING' | 'CAUTION';

/** One rule that a message does not follow. Never quotes the message, which is about a person. */
export interface Finding {
  /** `R-EDM-REQ-C012`, `BG-REQ-04`; `XSD` where a mandatory element or a type of the schema is not met. */
  readonly rule: string;
  readonly severity: Severity;
  /** What the rule says. */
  readonly message: string;
  /** What would be right at that place: `one of ER, IP`. */
  readonly expected: string;
  /** Where in the document: `/QueryRequest/Slot[3]/SlotValue`. */
  readonly path?: string;
  /** The line of the document as received, counted from 1, on which the start tag of the element ends. */
  readonly line?: number;
}

/** What became of a document: its value when no rule refuses it, and everything the rules had to say. */
export interface Reading<T> {
  /** Defined if and only if no finding is FATAL. */
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
}

export function isFatal(finding: Finding): boolean {
  return finding.severity === 'FATAL';
}
