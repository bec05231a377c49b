import fontoxpath from 'fontoxpath';
import { Schema } from 'node-schematron';
import { parseXmlDocument, type Document, type Element, type Node } from 'slimdom';
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
  readonly #files = new Map<string, SchematronFile>();
  readonly #severities: ReadonlyMap<string, Severity>;

  constructor(private readonly artefacts: Artefacts) {
    const rules = JSON.parse(artefacts.read('v2.0-profile/rules.json')) as readonly { id: string; role: Severity }[];
    this.#severities = new Map(rules.map(({ id, role }) => [id, role]));
  }

  validate(kind: DocumentKind, xml: string): readonly FailedAssertion[] {
    if (FILES[kind].length === 0) return [];
    const document = parseXmlDocument(xml);
    return FILES[kind]
      .flatMap((file) => this.#file(file).failures(document))
      .map(({ rule, message, node }) => ({
        rule,
        severity: this.#severities.get(rule) ?? 'FATAL',
        message,
        at: isElement(node) ? node.getAttribute('name') : null,
      }));
  }

  #file(name: string): SchematronFile {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const file = new SchematronFile(this.artefacts.read(`v2.0-profile/sch/${name}.sch`));
    this.#files.set(name, file);
    return file;
  }
}

/**
 * One Schematron file. node-schematron compiles it and evaluates the assertions; the contexts are looked up from the document
 * element where they start there, which takes a twentieth of the time of looking at every node for every pattern.
 */
class SchematronFile {
  readonly #schema: Schema;
  readonly #options: { readonly namespaceResolver: (prefix?: string | null) => string | null };
  #variables: object | undefined;

  constructor(source: string) {
    this.#schema = Schema.fromString(source);
    this.#options = { namespaceResolver: (prefix) => this.#schema.getNamespaceUriForPrefix(prefix) };
  }

  failures(document: Document): readonly { rule: string; message: string; node: Node }[] {
    const variables = this.#literals(document);
    return this.#schema.patterns
      .flatMap(({ rules }) => rules)
      .flatMap((rule) =>
        fontoxpath
          .evaluateXPathToNodes<Node>(fromTheTop(rule.context), document, null, variables, this.#options)
          .flatMap((node) => rule.validateNode(node, variables, this.#options)),
      )
      .map(({ assertId, message, context }) => ({ rule: assertId ?? '', message: message ?? '', node: context }));
  }

  /** The variables of the files are lists of codes, the same for every document. */
  #literals(document: Document): object {
    this.#variables ??= Object.fromEntries(
      this.#schema.variables.map(({ name, value }) => [
        name,
        fontoxpath.evaluateXPathToStrings(value, document, null, {}, this.#options),
      ]),
    );
    return this.#variables;
  }
}

/** The elements that a context matches, by the cheapest of the paths that select the same. */
function fromTheTop(context: string): string {
  if (/^(\/|query:|eb:)/.test(context)) return `/(${context.replace(/^\//, '')})`;
  if (!/^[\w:|]+$/.test(context)) return `//(${context})`;
  const names = context.split('|').map((name) => `self::${name}`);
  return `/descendant::*[${names.join(' or ')}]`;
}

function isElement(node: Node): node is Element {
  return 'getAttribute' in node;
}
