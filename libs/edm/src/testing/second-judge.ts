import { join } from 'node:path';
import type { DocumentKind } from '../rules/rule-sets.js';
import type { Severity } from '../reading.js';
import { EDM_BACKGROUND_0_1 } from '../specification.js';
import { parseXml } from '../xml/parse-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { artefacts, type Artefacts } from './artefacts.js';
import { SchematronFiles, type FailedAssertion } from './schematron-files.js';
import { XmlSchema } from './xml-schema.js';

/** What the schemas or the Schematron files say against a document. */
export interface Objection {
  readonly source: 'schema' | 'schematron';
  /** `XSD` for the schema. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** Somebody else's opinion: the schemas and Schematron files of the artefacts, none of this library's rules. */
export class SecondJudge {
  readonly #schema: XmlSchema;
  readonly #schematron: SchematronFiles;

  constructor(given: Artefacts) {
    this.#schema = XmlSchema.compiled(join(given.folder, 'background-extension', 'driver.xsd'));
    this.#schematron = new SchematronFiles(given);
  }

  /** @returns everything, advice included, by the rules of `oots-edm:v2.0` */
  judge(xml: string | Uint8Array): readonly Objection[] {
    const source = text(xml);
    const root = parseXml(source);
    return this.#judge(source, root);
  }

  /**
   * @returns what makes the document invalid. Of the background profile, which the 2.0 rules cannot know, exactly its literal,
   *   its slots, its service and its action are no objection.
   */
  objections(xml: string | Uint8Array): readonly Objection[] {
    const source = text(xml);
    const root = parseXml(source);
    const inProfile = isBackground(root);
    return this.#judge(source, root).filter(
      (objection) => objection.severity === 'FATAL' && !(inProfile && isExplained(objection, root)),
    );
  }

  #judge(source: string, root: XmlElement): readonly (Objection & { readonly at: FailedAssertion['at'] })[] {
    return [
      ...this.#schema.violations(source).map((message) => ({
        source: 'schema' as const,
        rule: 'XSD',
        severity: 'FATAL' as const,
        message,
        at: null,
      })),
      ...this.#schematron
        .validate(kindOf(root), source)
        .map((failed) => ({ source: 'schematron' as const, ...failed })),
    ];
  }
}

let judge: { readonly found: SecondJudge | undefined } | undefined;

/** @returns the judge, compiled once per process; nothing when the artefacts are not there */
export function secondJudge(): SecondJudge | undefined {
  if (judge === undefined) {
    const given = artefacts();
    judge = { found: given && new SecondJudge(given) };
  }
  return judge.found;
}

function text(xml: string | Uint8Array): string {
  return typeof xml === 'string' ? xml : Buffer.from(xml).toString('utf8');
}

function kindOf(root: XmlElement): DocumentKind {
  if (root.is('eb:Messaging')) return 'header';
  if (root.is('rim:Notification')) return 'notification';
  if (root.is('query:QueryRequest')) return 'request';
  return root.attribute('status')?.endsWith(':Failure') === true ? 'error' : 'response';
}

function isBackground(root: XmlElement): boolean {
  const declarations = [...root.descendants()].filter((element) =>
    ['SpecificationIdentifier', 'SpecificationId'].includes(element.attribute('name') ?? ''),
  );
  return declarations.length === 1 && declarations[0]?.text === EDM_BACKGROUND_0_1;
}

const LITERALS = ['R-EDM-REQ-C001', 'R-EDM-RESP-C002', 'R-EDM-ebMS-038'];
const BACKGROUND_REQUEST_SLOT =
  /^Bg(ExchangeMode|LegalBasis|Purpose|Notice|Consent|CaseReference|RequestedAttributes)$/;
const BACKGROUND_RESPONSE_SLOT = /^Bg(UsageReference|DisclosedAttributes|SubscriptionIdentifier)$/;
const RESPONSE_SLOT =
  /^(SpecificationIdentifier|EvidenceResponseIdentifier|IssueDateTime|ResponseAvailableDateTime|EvidenceProvider|EvidenceRequester)$/;

function isExplained({ rule, at }: { rule: string; at?: string | null }, root: XmlElement): boolean {
  if (LITERALS.includes(rule)) return true;
  if (rule === 'R-EDM-REQ-S019') return BACKGROUND_REQUEST_SLOT.test(at ?? '');
  if (rule === 'R-EDM-RESP-S016') return root.children.every(isChildOfBackgroundResponse);
  return (rule === 'POC-ebMS-02' || rule === 'POC-ebMS-03') && isNotify(root);
}

function isChildOfBackgroundResponse(child: XmlElement): boolean {
  const name = child.attribute('name') ?? '';
  return child.is('rim:RegistryObjectList') || RESPONSE_SLOT.test(name) || BACKGROUND_RESPONSE_SLOT.test(name);
}

function isNotify(root: XmlElement): boolean {
  const collaboration = root.first('eb:UserMessage')?.first('eb:CollaborationInfo');
  return (
    collaboration?.first('eb:Action')?.text === 'Notify' &&
    collaboration.first('eb:Service')?.text === 'urn:poc:oots:background'
  );
}
