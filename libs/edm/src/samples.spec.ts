import {
  isFatal,
  readAnswer,
  readEbmsHeader,
  readEvidenceRequest,
  readNotification,
  UnreadableMessage,
  writeEbmsHeader,
  writeErrorResponse,
  writeEvidenceRequest,
  writeEvidenceResponse,
  writeNotification,
  type Answer,
  type Reading,
} from './index.js';
import { artefacts, NO_ARTEFACTS, secondJudge } from './testing/index.js';

const given = artefacts();
const whenGiven = given === undefined ? describe.skip : describe;
const read = (path: string) => given?.read(path) ?? '';

interface Kind {
  readonly reads: (xml: string) => Reading<unknown>;
  readonly rewrites: (xml: string) => string;
}

function kind<T>(reads: (xml: string) => Reading<T>, writes: (value: T) => string): Kind {
  return {
    reads,
    rewrites(xml) {
      const { value } = reads(xml);
      if (value === undefined) throw new Error('refused');
      return writes(value);
    },
  };
}

function refusalOf(reads: () => unknown): UnreadableMessage | undefined {
  try {
    reads();
  } catch (error) {
    if (error instanceof UnreadableMessage) return error;
    throw error;
  }
  return undefined;
}

const request = kind(readEvidenceRequest, writeEvidenceRequest);
const answer = kind(readAnswer, (value: Answer) =>
  value.kind === 'error' ? writeErrorResponse(value.error) : writeEvidenceResponse(value.response),
);
const header = kind(readEbmsHeader, writeEbmsHeader);
const notification = kind(readNotification, writeNotification);

const SAMPLES: readonly [file: string, kind: Kind][] = [
  ['samples/v2.0/requete.xml', request],
  ['samples/v2.0/reponse.xml', answer],
  ['samples/v2.0/erreur.xml', answer],
  ['samples/v2.0/requete.entete.xml', header],
  ['samples/v2.0/reponse.entete.xml', header],
  ['samples/v2.0/erreur.entete.xml', header],
  ['worked-examples/request.xml', request],
  ['worked-examples/request-preview-1.xml', request],
  ['worked-examples/request-preview-2.xml', request],
  ['worked-examples/response.xml', answer],
  ['worked-examples/response-deferred.xml', answer],
  ['worked-examples/error-not-found.xml', answer],
  ['worked-examples/error-invalid-request.xml', answer],
  ['worked-examples/error-preview-required.xml', answer],
  ['worked-examples/request.header.xml', header],
  ['worked-examples/response.header.xml', header],
  ['worked-examples/error.header.xml', header],
  ['background-extension/examples/request-a.xml', request],
  ['background-extension/examples/request-b.xml', request],
  ['background-extension/examples/response-b.xml', answer],
  ['background-extension/examples/error-consent.xml', answer],
  ['background-extension/examples/notification.xml', notification],
];

whenGiven(given === undefined ? NO_ARTEFACTS : 'given the messages of others', () => {
  describe.each(SAMPLES)('when %s is read', (file, { reads, rewrites }) => {
    it('then no rule refuses it', () => {
      expect(reads(read(file)).findings.filter(isFatal)).toEqual([]);
    });

    it('then what is written from it says the same', () => {
      const xml = read(file);
      expect(reads(rewrites(xml)).value).toStrictEqual(reads(xml).value);
    });

    it('then the schemas and the Schematron files have no objection to what is written from it', () => {
      expect(secondJudge()?.objections(rewrites(read(file)))).toEqual([]);
    });
  });

  it.each([
    ['samples/v1.2/first-request.xml', readEvidenceRequest, 'R-EDM-REQ-C001'],
    ['samples/v1.0/exchange/birth-request.xml', readEvidenceRequest, 'R-EDM-REQ-C001'],
    ['samples/v1.2/first-response-preview-required.xml', readAnswer, 'R-EDM-ERR-C001'],
    ['samples/v1.0/exchange/birth-response.xml', readAnswer, 'R-EDM-RESP-C002'],
  ])('when %s comes from another line, then its version is refused and no rule is run', (file, reads, rule) => {
    expect(refusalOf(() => reads(read(file)))).toMatchObject({ reason: 'unknown-version', known: { rule } });
  });
});
