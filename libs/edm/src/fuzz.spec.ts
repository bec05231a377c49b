import fc from 'fast-check';
import {
  DEFAULT_READ_LIMITS,
  judgeDocument,
  readAnswer,
  readEbmsHeader,
  readEvidenceRequest,
  readMime,
  readNotification,
  UnreadableMessage,
  writeEbmsHeader,
  writeErrorResponse,
  writeEvidenceRequest,
  writeEvidenceResponse,
  writeMime,
  writeNotification,
} from './index.js';
import { aBackgroundRequest, aHeader, anError, aNotification, aRequest, aResponse } from './testing/index.js';

/**
 * Bytes that nobody meant to send. `FUZZ_INPUTS` says how many, 2,000 when it does not; `npm run fuzz` tries 100,000. A run
 * stops after `FUZZ_SECONDS` (240) with what it has tried. Whatever arrives is judged, or refused as unreadable, and nothing else.
 */
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 2_000);
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 240);
/** Far beyond what a message may take: this test finds hangs, and the figure is for people. */
const HANG_MILLISECONDS = 5_000;

const header = writeEbmsHeader(aHeader());
const request = writeEvidenceRequest(aRequest());
const messages: readonly Uint8Array[] = [
  request,
  writeEvidenceRequest(aBackgroundRequest()),
  writeEvidenceResponse(aResponse()),
  writeErrorResponse(anError()),
  writeNotification(aNotification()),
  header,
].map((xml) => Buffer.from(xml));
const envelope = writeMime({
  header,
  parts: [{ contentId: 'request-1@fi.oots.example', mimeType: 'application/x-ebrs+xml', bytes: Buffer.from(request) }],
});

const READERS: readonly ((bytes: Uint8Array) => unknown)[] = [
  readEvidenceRequest,
  readAnswer,
  readEbmsHeader,
  readNotification,
  judgeDocument,
];

/** What a mutation puts into a message: markup, control characters, broken UTF-8, long rows. */
const junk = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 8 }),
  fc
    .constantFrom(
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '<!DOCTYPE a [<!ENTITY b "b">]>',
      '&b;',
      '&#0;',
      '&#x1F600;',
      '<![CDATA[',
      '<!--',
      '-->',
      '<?x?>',
      '\u0000',
      '\uFEFF',
      '\uFFFF',
      'xmlns=""',
      ' xsi:type="rim:CollectionValueType"',
      '<rim:Slot name="__proto__"/>',
      '--',
      '\r\n\r\n',
      'Content-ID: <x>',
      ' '.repeat(4_096),
      '<a>'.repeat(80),
      '9'.repeat(300),
    )
    .map((text) => new Uint8Array(Buffer.from(text))),
);

interface Mutation {
  /** Of the message, 0 to 1. */
  readonly at: number;
  /** Bytes taken out. */
  readonly out: number;
  readonly into: Uint8Array;
}

const mutations = fc.array(
  fc.record<Mutation>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    out: fc.oneof(fc.constant(0), fc.nat({ max: 8 }), fc.nat({ max: 2_000 })),
    into: fc.oneof(fc.constant(new Uint8Array()), junk),
  }),
  { minLength: 1, maxLength: 4 },
);

function mutated(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  return changes.reduce<Uint8Array>((message, { at, out, into }) => {
    const start = Math.floor(at * message.length);
    return Buffer.concat([message.subarray(0, start), into, message.subarray(start + out)]);
  }, bytes);
}

const foreign = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...messages), mutations).map((pair) => mutated(...pair)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 512 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 256 }).map((text) => new Uint8Array(Buffer.from(text))),
  },
);
const foreignEnvelope = mutations.map((changes) => mutated(envelope, changes));

interface Figures {
  inputs: number;
  slowest: number;
}

/** What a message may take. */
const BAR_MILLISECONDS = 50;

/** Anything but a verdict or an UnreadableMessage escapes and fails the property. @returns milliseconds */
function timed(read: () => unknown): number {
  const start = performance.now();
  try {
    read();
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
  }
  return performance.now() - start;
}

/** What seems slow is tried twice more: the fastest of three is the message, the rest is the machine. */
function tried(read: () => unknown, figures: Figures): void {
  const first = timed(read);
  figures.inputs += 1;
  const time = first > BAR_MILLISECONDS ? Math.min(first, timed(read), timed(read)) : first;
  figures.slowest = Math.max(figures.slowest, time);
}

const settings = (share: number) => ({
  numRuns: Math.ceil(INPUTS * share),
  interruptAfterTimeLimit: SECONDS * share * 1_000,
  endOnFailure: true,
});

/** The figure of a full run; an ordinary run keeps quiet. */
function report(what: string, { inputs, slowest }: Figures): void {
  if (process.env['FUZZ_INPUTS'] !== undefined) {
    process.stderr.write(`${what}: ${String(inputs)} inputs, the slowest ${slowest.toFixed(1)} ms\n`);
  }
}

describe('given bytes that nobody meant to send', () => {
  it(
    'when they come as a message, then every reader judges or refuses them and none hangs',
    () => {
      const figures: Figures = { inputs: 0, slowest: 0 };
      const reader = fc.nat({ max: READERS.length - 1 });
      fc.assert(
        fc.property(foreign, reader, (bytes, index) => {
          tried(() => READERS[index]?.(bytes), figures);
        }),
        settings(0.8),
      );
      report('messages', figures);
      expect(figures.inputs).toBeGreaterThan(0);
      expect(figures.slowest).toBeLessThan(HANG_MILLISECONDS);
    },
    SECONDS * 2_000,
  );

  it(
    'when they come as a MIME envelope, then it is read or refused and nothing hangs',
    () => {
      const figures: Figures = { inputs: 0, slowest: 0 };
      fc.assert(
        fc.property(foreignEnvelope, (bytes) => {
          tried(() => readMime(bytes), figures);
        }),
        settings(0.2),
      );
      report('envelopes', figures);
      expect(figures.slowest).toBeLessThan(HANG_MILLISECONDS);
    },
    SECONDS * 2_000,
  );

  it('when they are more than the limit, then not one byte is parsed', () => {
    const tooMuch = Buffer.alloc(DEFAULT_READ_LIMITS.maxBytes + 1, '<');
    for (const read of READERS) {
      expect(() => read(tooMuch)).toThrow(expect.objectContaining({ reason: 'oversize' }) as Error);
    }
  });
});
