import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFatal } from '@oots/edm';
import { artefacts, NO_ARTEFACTS } from '@oots/edm/testing';
import type { Line } from './judgement.js';
import { comparePair } from './pair-agreement.js';
import { validateMessage, type ValidateOptions } from './validate-message.js';
import type { Verdict } from './validation-report.js';

const given = artefacts();
const whenGiven = given === undefined ? describe.skip : describe;
const FOLDERS = ['samples', 'worked-examples', 'background-extension/examples'];

function files(): readonly string[] {
  if (given === undefined) return [];
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(given.folder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .map((name) => `${folder}/${name}`),
  ).sort();
}

function validated(file: string, options: ValidateOptions = {}) {
  return validateMessage(file, readFileSync(join(given?.folder ?? '', file)), options);
}

interface Stated {
  readonly verdict: Verdict;
  /** Kind and specification of each document. */
  readonly took: string;
  readonly refusedBy: readonly string[];
}

function verdictOn(file: string, options: ValidateOptions = {}): Stated {
  const { verdict, documents } = validated(file, options).report;
  return {
    verdict,
    took: documents.map(({ kind, specification }) => `${kind} ${specification}`).join(),
    refusedBy: [
      ...new Set(documents.flatMap(({ findings }) => findings.filter(isFatal).map(({ rule }) => rule))),
    ].sort(),
  };
}

const valid = (took: string): Stated => ({ verdict: 'valid', took, refusedBy: [] });
/** Evidence has rules of its own data model, none of the Exchange Data Model. */
const evidence: Stated = { verdict: 'unreadable', took: '', refusedBy: [] };

/** What the README files say of each of them. */
const VERDICTS: Readonly<Record<string, Stated>> = {
  'samples/v1.0/dsd/birth-err005.xml': valid('directory directories 1.x'),
  'samples/v1.0/dsd/birth-error.xml': valid('directory directories 1.x'),
  'samples/v1.0/dsd/birth-simple-flow.xml': valid('directory directories 1.x'),
  'samples/v1.0/dsd/birth.xml': valid('directory directories 1.x'),
  'samples/v1.0/eb/birth-error.xml': valid('directory directories 1.x'),
  'samples/v1.0/eb/birth-evidence-types.xml': valid('directory directories 1.x'),
  'samples/v1.0/eb/birth-requirements.xml': valid('directory directories 1.x'),
  'samples/v1.0/exchange/birth-evidence.xml': evidence,
  'samples/v1.0/exchange/birth-request.header.xml': valid('header oots-edm:v1.2'),
  'samples/v1.0/exchange/birth-request.xml': valid('request oots-edm:v1.0'),
  'samples/v1.0/exchange/birth-response.header.xml': valid('header oots-edm:v1.2'),
  'samples/v1.0/exchange/birth-response.xml': valid('response oots-edm:v1.0'),
  'samples/v1.0/lcm/error.xml': valid('registration life-cycle management'),
  'samples/v1.0/lcm/success.xml': valid('registration life-cycle management'),
  'samples/v1.2/first-request.xml': valid('request oots-edm:v1.2'),
  // A name in `en`, where languages are upper case.
  'samples/v1.2/first-response-preview-required.xml': {
    verdict: 'invalid',
    took: 'error oots-edm:v1.2',
    refusedBy: ['R-EDM-ERR-C028'],
  },
  'samples/v2.0/dsd_data_services_fi.xml': valid('directory oots-cs:v2.0'),
  'samples/v2.0/eb_evidence_types_fi.xml': valid('directory oots-cs:v2.0'),
  'samples/v2.0/eb_requirements_vides.xml': valid('directory oots-cs:v2.0'),
  'samples/v2.0/erreur.entete.xml': valid('header oots-edm:v2.0'),
  'samples/v2.0/erreur.xml': valid('error oots-edm:v2.0'),
  'samples/v2.0/reponse.entete.xml': valid('header oots-edm:v2.0'),
  'samples/v2.0/reponse.xml': valid('response oots-edm:v2.0'),
  'samples/v2.0/requete.entete.xml': valid('header oots-edm:v2.0'),
  'samples/v2.0/requete.xml': valid('request oots-edm:v2.0'),
  'worked-examples/error-invalid-request.xml': valid('error oots-edm:v2.0'),
  'worked-examples/error-not-found.xml': valid('error oots-edm:v2.0'),
  'worked-examples/error-preview-required.xml': valid('error oots-edm:v2.0'),
  'worked-examples/error.header.xml': valid('header oots-edm:v2.0'),
  'worked-examples/evidence-1.xml': evidence,
  'worked-examples/request-preview-1.xml': valid('request oots-edm:v2.0'),
  'worked-examples/request-preview-2.xml': valid('request oots-edm:v2.0'),
  'worked-examples/request.header.xml': valid('header oots-edm:v2.0'),
  'worked-examples/request.xml': valid('request oots-edm:v2.0'),
  'worked-examples/response-deferred.xml': valid('response oots-edm:v2.0'),
  'worked-examples/response.header.xml': valid('header oots-edm:v2.0'),
  'worked-examples/response.xml': valid('response oots-edm:v2.0'),
  'background-extension/examples/error-consent.xml': valid('error oots-edm:v2.0'),
  'background-extension/examples/notification.xml': valid('notification oots-edm-bg:v0.1'),
  'background-extension/examples/request-a.xml': valid('request oots-edm:v2.0'),
  'background-extension/examples/request-b.xml': valid('request oots-edm-bg:v0.1'),
  'background-extension/examples/response-b.xml': valid('response oots-edm-bg:v0.1'),
  'background-extension/examples/subscription.xml': valid('registration life-cycle management'),
};

whenGiven(given === undefined ? NO_ARTEFACTS : 'given the messages of others', () => {
  it('then every one of them has an expected verdict', () => {
    expect(files()).toEqual(Object.keys(VERDICTS).sort());
  });

  it.each(Object.entries(VERDICTS))(
    'when %s is judged, then its verdict is the one that is stated',
    (file, verdict) => {
      expect(verdictOn(file)).toEqual(verdict);
    },
  );

  it.each<[file: string, edm: Line, rules: readonly string[]]>([
    ['samples/v1.2/first-request.xml', '2.0', ['R-EDM-REQ-C001', 'R-EDM-REQ-C003', 'R-EDM-REQ-C027', 'R-EDM-REQ-S022']],
    ['samples/v1.2/first-response-preview-required.xml', '2.0', ['R-EDM-ERR-C001', 'R-EDM-ERR-C028', 'R-EDM-ERR-S027']],
    ['samples/v1.0/dsd/birth.xml', '2.0', ['POC-CS-05']],
    ['samples/v2.0/dsd_data_services_fi.xml', '1.0', ['POC-CS-06']],
  ])('when %s is judged by the rules of %s, then exactly %j refuse it', (file, edm, rules) => {
    expect(verdictOn(file, { edm }).refusedBy).toEqual(rules);
  });

  it.each([
    ['worked-examples/request.xml', 'worked-examples/response.xml'],
    ['worked-examples/request.xml', 'worked-examples/error-not-found.xml'],
    ['worked-examples/request-preview-1.xml', 'worked-examples/error-preview-required.xml'],
  ])('when %s and %s are a pair, then they belong together', (request, answer) => {
    expect(comparePair(validated(request).side, validated(answer).side)).toEqual([]);
  });

  it('when request and response of the 1.0 line are a pair, then they are compared by what they state', () => {
    const [request, response] = ['request', 'response'].map((name) =>
      validated(`samples/v1.0/exchange/birth-${name}.xml`),
    );
    expect(comparePair(request!.side, response!.side)).toEqual([]);
    const other = validateMessage(
      'other',
      Buffer.from(given!.read('samples/v1.0/exchange/birth-response.xml').replace('>Smith<', '>Smyth<')),
    );
    expect(comparePair(request!.side, other.side)).toMatchObject([{ rule: 'POC-RESP-03' }]);
  });
});
