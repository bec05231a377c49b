import { open } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { EXIT } from '../exit-codes.js';
import type { Environment } from '../environment.js';
import { Terminal } from '../terminal/terminal.js';
import { NAMED_KINDS } from '../validate/document-kind.js';
import { LINES } from '../validate/judgement.js';
import { MAX_MESSAGE_BYTES } from '../validate/opened-message.js';
import { comparePair } from '../validate/pair-agreement.js';
import { printReport } from '../validate/print-report.js';
import { unreadable, type Validated, validateMessage, type ValidateOptions } from '../validate/validate-message.js';
import { overall, type ValidationReport, type Verdict } from '../validate/validation-report.js';

interface CommandOptions extends ValidateOptions {
  readonly json?: boolean;
  readonly pair?: boolean;
}

/** An unreadable file is nothing this could judge, as if it had been called wrongly. */
const EXIT_OF: Readonly<Record<Verdict, number>> = { valid: EXIT.done, invalid: EXIT.wrong, unreadable: EXIT.unable };

/** `oots validate FILE…`: judges messages as they are found, and says what each was taken for. */
export function validateCommand(_environment: Environment): Command {
  return new Command('validate')
    .description('judge messages: documents, envelopes, MIME messages, answers of directories')
    .argument('<file...>', 'files to judge; - is the standard input')
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .option('--pair', 'the two files are a request and its answer: compare what belongs together')
    .addOption(new Option('--as <kind>', 'judge it as this, whatever it looks like').choices(NAMED_KINDS))
    .addOption(new Option('--edm <line>', 'run the rules of this line, whatever it declares').choices(LINES))
    .addHelpText('after', '\nExit codes: 0 valid, 1 invalid, 2 unreadable or called wrongly.')
    .action(async (files: readonly string[], { json, pair, ...options }: CommandOptions) => {
      if (pair === true && files.length !== 2) throw new Error('--pair takes two files: a request and its answer');
      const validated: Validated[] = [];
      for (const file of files) validated.push(await validateFile(file, options));
      const report = reportOn(validated, pair === true);
      const terminal = new Terminal(process.stdout);
      if (json === true) terminal.line(JSON.stringify(report));
      else printReport(report, terminal);
      process.exitCode = EXIT_OF[report.verdict];
    });
}

function reportOn(validated: readonly Validated[], isPair: boolean): ValidationReport {
  const files = validated.map(({ report }) => report);
  const verdicts = files.map(({ verdict }) => verdict);
  const [asked, answered] = validated;
  if (!isPair || asked === undefined || answered === undefined) return { verdict: overall(verdicts), files };
  const pair = verdicts.includes('unreadable') ? [] : comparePair(asked.side, answered.side);
  return { verdict: overall([...verdicts, pair.length === 0 ? 'valid' : 'invalid']), files, pair };
}

async function validateFile(file: string, options: ValidateOptions): Promise<Validated> {
  try {
    return validateMessage(file, await bytesOf(file), options);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { report: unreadable(file, `cannot be opened: ${error.code}`), side: {} };
  }
}

/** @returns one byte more than is read at most, so that what is larger shows. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await streamOf(file)) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > MAX_MESSAGE_BYTES) break;
  }
  return Buffer.concat(chunks);
}

async function streamOf(file: string): Promise<AsyncIterable<Buffer>> {
  return file === '-' ? process.stdin : (await open(file)).createReadStream();
}

function isSystemError(error: unknown): error is { readonly code: string } {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
