import fc from 'fast-check';
import {
  isFatal,
  readAnswer,
  readEbmsHeader,
  readEvidenceRequest,
  writeEbmsHeader,
  writeErrorResponse,
  writeEvidenceRequest,
  writeEvidenceResponse,
} from './index.js';
import {
  anyBackgroundRequest,
  anyBackgroundResponse,
  anyError as error,
  anyHeader as header,
  anyRequest,
  anyResponse,
} from './testing/any-message.js';
import { secondJudge } from './testing/index.js';

const request = fc.oneof(anyRequest, anyBackgroundRequest);
const response = fc.oneof(anyResponse, anyBackgroundResponse);

const judged = (xml: string) => secondJudge()?.objections(xml) ?? [];

describe('given any message that can be built', () => {
  it('then a written request is read back as it was, and no rule refuses it', () => {
    fc.assert(
      fc.property(request, (value) => {
        const reading = readEvidenceRequest(writeEvidenceRequest(value));
        expect(reading.findings.filter(isFatal)).toEqual([]);
        expect(reading.value).toStrictEqual(value);
      }),
    );
  });

  it('then a written response is read back as it was, and no rule refuses it', () => {
    fc.assert(
      fc.property(response, (value) => {
        const reading = readAnswer(writeEvidenceResponse(value));
        expect(reading.findings.filter(isFatal)).toEqual([]);
        expect(reading.value).toStrictEqual({ kind: 'response', response: value });
      }),
    );
  });

  it('then a written error is read back as it was, and no rule refuses it', () => {
    fc.assert(
      fc.property(error, (value) => {
        const reading = readAnswer(writeErrorResponse(value));
        expect(reading.findings.filter(isFatal)).toEqual([]);
        expect(reading.value).toStrictEqual({ kind: 'error', error: value });
      }),
    );
  });

  it('then a written header is read back as it was, and no rule refuses it', () => {
    fc.assert(
      fc.property(header, (value) => {
        const reading = readEbmsHeader(writeEbmsHeader(value));
        expect(reading).toMatchObject({ value, legible: value, findings: [] });
      }),
    );
  });

  it('then the schemas and the Schematron files have no objection to it', () => {
    const written = fc.oneof(
      request.map(writeEvidenceRequest),
      response.map(writeEvidenceResponse),
      error.map(writeErrorResponse),
    );
    fc.assert(
      fc.property(written, (xml) => {
        expect(judged(xml)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 30_000);
});
