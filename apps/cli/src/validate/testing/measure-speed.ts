import { cpus } from 'node:os';
import { writeEvidenceRequest } from '@oots/edm';
import { aRequest, uuid } from '@oots/edm/testing';
import { validateMessage } from '../validate-message.js';

/**
 * `npm run bench:validate`: messages a second on one core. Not a test: how fast a machine is, is no property of the code, so
 * it prints the machine beside the figure.
 */

const RUNS = 5;
const MILLISECONDS_A_RUN = 2000;
const WANTED_BYTES = 10_000;

/** A valid request of the wanted size: as many requirements as it takes. */
function request(): Buffer {
  for (let count = 1; ; count += 1) {
    const requirements = Array.from({ length: count }, (_one, index) => ({
      identifier: `https://sr.oots.tech.ec.europa.eu/requirements/${uuid(index + 1)}`,
      names: [{ lang: 'EN', text: `Requirement number ${index + 1} of a procedure that asks for much` }],
    }));
    const xml = Buffer.from(writeEvidenceRequest(aRequest({ requirements })));
    if (xml.byteLength >= WANTED_BYTES) return xml;
  }
}

/** @returns messages a second */
function run(bytes: Buffer): number {
  const began = performance.now();
  let messages = 0;
  while (performance.now() - began < MILLISECONDS_A_RUN) {
    const { verdict } = validateMessage('request', bytes).report;
    if (verdict !== 'valid') throw new Error(`the message that is measured is ${verdict}`);
    messages += 1;
  }
  return (messages * 1000) / (performance.now() - began);
}

const bytes = request();
run(bytes);
const runs = Array.from({ length: RUNS }, () => run(bytes)).sort((one, other) => one - other);
const [slowest = 0, fastest = 0, median = 0] = [runs.at(0), runs.at(-1), runs.at(RUNS >> 1)];
const lines = [
  `validate, one thread: median ${median.toFixed(0)} messages/s of ${bytes.byteLength} bytes (${RUNS} runs, ${slowest.toFixed(0)} to ${fastest.toFixed(0)})`,
  `machine: ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${process.platform} ${process.arch}`,
];
process.stdout.write(`${lines.join('\n')}\n`);
