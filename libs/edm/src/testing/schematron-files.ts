import { Schema } from 'node-schematron';
import type { DocumentKind } from '../rules/rule-sets.js';
import type { Severity } from '../reading.js';
import type { Artefacts } from './artefacts.js';

/** One assertion of a Schematron file that a message does not meet. */
export interface FailedAssertion {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** `name` of the element it failed at, which tells slots apart. */
  readonly at: string | null;
}

const FILES: Readonly<Record<DocumentKind, readonly string[]>> = {
  request: ['EDM-REQ-S', 'EDM-REQ-C'],
  response: ['EDM-RESP-S', 'EDM-RESP-C'],
  error: ['EDM-ERR-S', 'EDM-ERR-C'],
  header: ['EDM-ebMS'],
  notification: [],
};

/** The reconstructed rule set of the 2.0 line, compiled once. */
export class SchematronFiles {
  readonly #schemas = new Map<string, Schema>();
  readonly #severities: ReadonlyMap<string, Severity>;

  constructor(private readonly artefacts: Artefacts) {
    const rules = JSON.parse(artefacts.read('v2.0-profile/rules.json')) as readonly { id: string; role: Severity }[];
    this.#severities = new Map(rules.map(({ id, role }) => [id, role]));
  }

  validate(kind: DocumentKind, xml: string): readonly FailedAssertion[] {
    return FILES[kind].flatMap((file) =>
      this.#schema(file)
        .validateString(xml)
        .map(({ assertId, message, context }) => {
          const rule = assertId ?? file;
          return {
            rule,
            severity: this.#severities.get(rule) ?? 'FATAL',
            message: message ?? '',
            at: 'getAttribute' in context ? (context as unknown as Element).getAttribute('name') : null,
          };
        }),
    );
  }

  #schema(file: string): Schema {
    const known = this.#schemas.get(file);
    if (known !== undefined) return known;
    const schema = Schema.fromString(this.artefacts.read(`v2.0-profile/sch/${file}.sch`));
    this.#schemas.set(file, schema);
    return schema;
  }
}

/** What is used of a DOM element. */
interface Element {
  getAttribute(name: string): string | null;
}
