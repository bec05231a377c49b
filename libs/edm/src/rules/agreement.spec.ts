import {
  EDM_2_0,
  RULE_SETS,
  writeEbmsHeader,
  writeErrorResponse,
  writeEvidenceRequest,
  writeEvidenceResponse,
  EDM_EXCEPTIONS,
  type DocumentKind,
} from '../index.js';
import {
  aCompany,
  aDeferral,
  aHeader,
  anError,
  anException,
  aPackage,
  aPerson,
  aRequest,
  aResponse,
  artefacts,
  NO_ARTEFACTS,
  secondJudge,
} from '../testing/index.js';
import { parseXml } from '../xml/parse-xml.js';
import { judge } from './rule.js';

const given = artefacts();
const second = secondJudge();
const whenGiven = given === undefined ? describe.skip : describe;

interface OfficialRule {
  readonly id: string;
  readonly role: string;
}

/** Rules of this project beside those of the table. */
const isOurs = (rule: string) => /^(POC-(REQ|RESP|ERR)|BG)-/.test(rule);
const sorted = (rules: Iterable<string>) => [...new Set(rules)].sort();

function ours(kind: DocumentKind, xml: string): readonly string[] {
  const findings = judge(parseXml(xml), RULE_SETS[EDM_2_0][kind]);
  return sorted(findings.map(({ rule }) => rule).filter((rule) => !isOurs(rule)));
}

function theirs(xml: string): readonly string[] {
  const objections = second?.judge(xml) ?? [];
  return sorted(objections.filter(({ source }) => source === 'schematron').map(({ rule }) => rule));
}

const everything = writeEvidenceRequest(
  aRequest({
    possibilityForPreview: true,
    preview: { previewLocation: 'https://ee.example/p', returnLocation: 'https://fi.example/r' },
    providerClassifications: [
      {
        identifier: '00000000-0000-4000-8000-000000000001',
        scheme: 'https://sr.oots.tech.ec.europa.eu/codelists/EE/counties',
        type: 'codelist',
        descriptions: [{ lang: 'EN', text: 'Which county?' }],
        value: { kind: 'string', value: 'Harju' },
      },
    ],
    representative: {
      natural: aPerson({ gender: 'Female', nationalities: ['EE'], countryOfBirth: 'EE', countryOfResidence: 'FI' }),
      legal: aCompany({ identifiers: [{ scheme: 'VAT', value: 'EE100' }] }),
    },
  }),
);
const aboutCompany = writeEvidenceRequest(
  aRequest({
    subject: { kind: 'legal', person: aCompany({ identifiers: [{ scheme: 'VAT', value: 'EE100' }] }) },
  }),
);
const main = aPackage().mainEvidence;
const documents: readonly [name: string, kind: DocumentKind, xml: string][] = [
  ['a request with every slot', 'request', everything],
  ['a request about a company', 'request', aboutCompany],
  ['a response', 'response', writeEvidenceResponse(aResponse())],
  [
    'a response about a company',
    'response',
    writeEvidenceResponse(
      aResponse({
        packages: [
          aPackage({
            mainEvidence: {
              ...main,
              isAbout: { kind: 'legal', person: aCompany().minimal() },
              validity: { from: '2026-01-01', to: '2026-12-31' },
            },
            supplements: [],
          }),
        ],
      }),
    ),
  ],
  ['a deferral', 'response', writeEvidenceResponse(aDeferral())],
  ['an error', 'error', writeErrorResponse(anError())],
  [
    'a call for a preview',
    'error',
    writeErrorResponse(
      anError({
        exceptions: [
          anException({
            exception: EDM_EXCEPTIONS.missingAuthorization,
            preview: { location: 'https://ee.example/p', descriptions: [{ lang: 'EN', text: 'Look first' }] },
          }),
        ],
      }),
    ),
  ],
  ['a header', 'header', writeEbmsHeader(aHeader())],
];

/** Every way to spoil one value, one attribute or one line of a document, one at a time. */
function* spoiled(xml: string): Generator<string> {
  const declaration = xml.indexOf('?>');
  for (const { index, 0: found, 1: value } of xml.matchAll(/>([^<>\s][^<>]*)</g)) {
    if (value === undefined) continue;
    yield `${xml.slice(0, index)}>x<${xml.slice(index + found.length)}`;
    yield `${xml.slice(0, index)}><${xml.slice(index + found.length)}`;
  }
  for (const { index, 0: found } of xml.matchAll(/ [\w:]+="[^"]*"/g)) {
    if (index < declaration || found.startsWith(' xmlns')) continue;
    yield xml.slice(0, index) + xml.slice(index + found.length);
    yield xml.slice(0, index) + found.replace(/"[^"]*"/, '"other"') + xml.slice(index + found.length);
  }
  for (const { index, 0: line } of xml.matchAll(/^ +<([\w:]+)[^>]*(\/>|>[^<]*<\/\1>)\n/gm)) {
    yield xml.slice(0, index) + xml.slice(index + line.length);
  }
}

/** One in so many is tried on each run: all of them take a minute. */
const STRIDE = 9;

/** What the comparison leaves out, each with its reason. */
function comparable(xml: string): boolean {
  // The files compare the prefix of xsi:type as a string in some rules and the local name in others; here it is never compared.
  if (/ xsi:type="other"/.test(xml)) return false;
  // The status of an answer says by which rules it is judged.
  return !/<query:QueryResponse/.test(xml) || /ResponseStatusType:/.test(xml);
}

whenGiven(given === undefined ? NO_ARTEFACTS : 'given the rule table', () => {
  const table = JSON.parse(given?.read('v2.0-profile/rules.json') ?? '[]') as readonly OfficialRule[];
  const implemented = Object.values(RULE_SETS[EDM_2_0]).flat();

  it('then every rule of it stands here once, under its id and with its severity', () => {
    const here = implemented.filter(({ id }) => !isOurs(id));
    expect(sorted(here.map(({ id, severity }) => `${id} ${severity}`))).toEqual(
      sorted(table.map(({ id, role }) => `${id} ${role}`)),
    );
    expect(here).toHaveLength(new Set(here.map(({ id }) => id)).size);
  });

  it.each(documents)('when an identifier of %s has 256 characters, then both find it overlong', (_name, kind, xml) => {
    const overlong = xml.replace(/((?:schemeID|type)="urn:[^"]*">)[^<]*/, `$1${'9'.repeat(256)}`);
    expect(ours(kind, overlong)).not.toEqual(ours(kind, xml));
    expect(ours(kind, overlong)).toEqual(theirs(overlong));
    const longest = overlong.replace('9'.repeat(256), '9'.repeat(255));
    expect(ours(kind, longest)).toEqual(ours(kind, xml));
  });

  describe.each(documents)('when %s is spoiled in one place after the other', (_name, kind, xml) => {
    it('then these rules and the Schematron files find the same', () => {
      expect(ours(kind, xml)).toEqual(theirs(xml));
      const disagreements = [...spoiled(xml)]
        .filter((_candidate, index) => index % STRIDE === 0)
        .filter(comparable)
        .map((candidate) => ({ candidate, ours: ours(kind, candidate), theirs: theirs(candidate) }))
        .filter((opinion) => opinion.ours.join(' ') !== opinion.theirs.join(' '));
      expect(
        disagreements.map(({ candidate, ...opinion }) => ({ ...opinion, at: difference(xml, candidate) })),
      ).toEqual([]);
    }, 120_000);
  });
});

function difference(before: string, after: string): string {
  let start = 0;
  while (before[start] === after[start]) start += 1;
  return after.slice(Math.max(0, start - 60), start + 40);
}
