import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { jest } from '@jest/globals';
import { Command } from 'commander';
import { requestXml, responseXml } from '../validate/testing/wrapped.js';
import type { ValidationReport } from '../validate/validation-report.js';
import { validateCommand } from './validate.js';

const BROKEN = requestXml().replace('EAS:0212', 'EAS:0000');

describe('given files with messages', () => {
  let folder: string;
  let said: string;
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!;
  const file = (name: string) => join(folder, name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oots-validate-'));
    await writeFile(file('request.xml'), requestXml());
    await writeFile(file('response.xml'), responseXml());
    await writeFile(file('broken.xml'), BROKEN);
    await writeFile(file('letter.txt'), 'Dear colleague');
    said = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    Object.defineProperty(process, 'stdin', stdin);
    process.exitCode = undefined;
    await rm(folder, { recursive: true });
  });

  /** @returns the exit code */
  async function run(...words: readonly string[]): Promise<unknown> {
    const program = new Command('oots').exitOverride().addCommand(validateCommand({}).exitOverride());
    await program.parseAsync(['node', 'oots', 'validate', ...words]);
    return process.exitCode;
  }

  it.each([
    ['a valid one', 0, ['request.xml']],
    ['a valid and an invalid one', 1, ['request.xml', 'broken.xml']],
    ['one that is no message', 2, ['letter.txt', 'broken.xml']],
    ['one that is not there', 2, ['nothing.xml']],
    ['a folder', 2, ['.']],
  ])('when it is called with %s, then it ends with %i', async (_what, code, names) => {
    expect(await run(...names.map(file))).toBe(code);
  });

  it('when it tells a person, then rule, place and what would be right are said, without colours', async () => {
    await run(file('broken.xml'));
    expect(said).toContain('invalid');
    expect(said).toContain('taken for an evidence request (oots-edm:v2.0)');
    expect(said).toMatch(/FATAL {4}R-EDM-REQ-C012 {2}.+\n +at line \d+, \/query:QueryRequest\/rim:Slot/);
    expect(said).not.toContain('\u001b');
    expect(said).not.toContain('Näidis');
  });

  it('when it is asked for JSON, then it prints one object with everything', async () => {
    await run('--json', file('request.xml'), file('broken.xml'), file('letter.txt'));
    const report = JSON.parse(said) as ValidationReport;
    expect(report.verdict).toBe('unreadable');
    expect(report.files.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid', 'unreadable']);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it('when the file is -, then it judges its standard input', async () => {
    Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(requestXml())]), configurable: true });
    expect(await run('-')).toBe(0);
  });

  it('when a request and its response are a pair, then they are compared', async () => {
    expect(await run('--pair', file('request.xml'), file('response.xml'))).toBe(0);
    expect(said).toContain('request and answer belong together');
    expect(await run('--pair', file('response.xml'), file('request.xml'))).toBe(1);
    expect(said).toContain('POC-PAIR-01');
  });

  it('when the rules of another line are asked for, then they are run', async () => {
    expect(await run('--edm', '1.2', file('request.xml'))).toBe(1);
    expect(said).toContain('R-EDM-REQ-C001');
  });

  it.each([
    ['a pair of three', ['--pair', 'a', 'b', 'c'], '--pair takes two files'],
    ['a kind that is none', ['--as', 'letter', 'a'], 'Allowed choices are'],
    ['no file', [], 'missing required argument'],
  ])('when it is called with %s, then it says how it is called', async (_what, words, message) => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(run(...words)).rejects.toThrow(message);
  });
});
