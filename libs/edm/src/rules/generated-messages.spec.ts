import fc from 'fast-check';
import {
  EDM_2_0,
  RULE_SETS,
  writeErrorResponse,
  writeEvidenceRequest,
  writeEvidenceResponse,
  type DocumentKind,
} from '../index.js';
import { anyError, anyRequest, anyResponse } from '../testing/any-message.js';
import { artefacts, NO_ARTEFACTS, secondJudge } from '../testing/index.js';
import { changed, COMMON_FAULTS, type Fault } from '../testing/single-faults/index.js';
import { parseXml } from '../xml/parse-xml.js';
import { judge } from './rule.js';

const given = artefacts();
const second = secondJudge();
const whenGiven = given === undefined ? describe.skip : describe;

/** A fixed seed: the same 500 messages on every run. */
const SEED = 20_261_123;
const VALID = 250;

/** Rules of this project beside those of the table. */
const isOurs = (rule: string) => /^(POC-(REQ|RESP|ERR)|BG)-/.test(rule);
const sorted = (rules: Iterable<string>) => [...new Set(rules)].filter((rule) => !isOurs(rule)).sort();

const ours = (kind: DocumentKind, xml: string) =>
  sorted(judge(parseXml(xml), RULE_SETS[EDM_2_0][kind]).map(({ rule }) => rule));
const theirs = (xml: string) =>
  sorted((second?.judge(xml) ?? []).filter(({ source }) => source === 'schematron').map(({ rule }) => rule));

interface Sample {
  readonly kind: DocumentKind;
  readonly xml: string;
}

const KINDS = [
  fc.sample(
    anyRequest.map((value): Sample => ({ kind: 'request', xml: writeEvidenceRequest(value) })),
    {
      seed: SEED,
      numRuns: 100,
    },
  ),
  fc.sample(
    anyResponse.map((value): Sample => ({ kind: 'response', xml: writeEvidenceResponse(value) })),
    {
      seed: SEED,
      numRuns: 90,
    },
  ),
  fc.sample(
    anyError.map((value): Sample => ({ kind: 'error', xml: writeErrorResponse(value) })),
    {
      seed: SEED,
      numRuns: 60,
    },
  ),
];
const valid = KINDS.flat();

const PREFIXES: Readonly<Partial<Record<DocumentKind, string>>> = {
  request: 'R-EDM-REQ-',
  response: 'R-EDM-RESP-',
  error: 'R-EDM-ERR-',
};

/** Of an answer the status says by which files it is judged, and the prefix of a type is compared in some files only. */
const comparable = ({ rule }: Fault) => !/-S00[12]$|^R-EDM-(RESP-S00[56]|ERR-S006)$/.test(rule);

/** The message with one of the known faults, the next that can be made in it. */
function broken({ kind, xml }: Sample, index: number): Sample & { readonly rule: string } {
  const faults = COMMON_FAULTS.filter((fault) => fault.rule.startsWith(PREFIXES[kind] ?? '?') && comparable(fault));
  for (let offset = 0; offset < faults.length; offset += 1) {
    const fault = faults[(index * 7 + offset) % faults.length];
    const spoiled = fault && attempted(xml, fault);
    if (fault !== undefined && spoiled !== undefined) return { kind, xml: spoiled, rule: fault.rule };
  }
  throw new Error('no fault can be made in the message');
}

/** @returns nothing when the message has no such place */
function attempted(xml: string, { change }: Fault): string | undefined {
  try {
    return changed(xml, change);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

whenGiven(
  given === undefined ? NO_ARTEFACTS : 'given 250 generated messages and 250 that are broken in one place',
  () => {
    const spoiled = valid.map(broken);

    it('then they are 500, half of them broken, and break many rules', () => {
      expect(valid).toHaveLength(VALID);
      expect(spoiled).toHaveLength(VALID);
      expect(new Set(spoiled.map(({ rule }) => rule)).size).toBeGreaterThan(100);
    });

    it('then these rules and the Schematron files give the same verdict on every one', () => {
      const disagreements = [...valid.map((sample) => ({ ...sample, rule: 'none' })), ...spoiled].flatMap(
        ({ kind, xml, rule }) => {
          const [here, there] = [ours(kind, xml), theirs(xml)];
          if (here.join(' ') === there.join(' ')) return [];
          return [
            {
              broken: rule,
              onlyHere: here.filter((id) => !there.includes(id)),
              onlyThere: there.filter((id) => !here.includes(id)),
            },
          ];
        },
      );
      expect(disagreements).toEqual([]);
    }, 300_000);
  },
);
