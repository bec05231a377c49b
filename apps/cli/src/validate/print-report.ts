import type { Finding } from '@oots/edm';
import type { Terminal } from '../terminal/terminal.js';
import type { FileReport, ValidationReport, Verdict } from './validation-report.js';

/** Tells a person what was found, file by file, worst severity first. */
export function printReport(report: ValidationReport, terminal: Terminal): void {
  for (const file of report.files) printFile(file, terminal);
  if (report.pair !== undefined) printPair(report.pair, terminal);
  if (report.files.length > 1) printSummary(report, terminal);
}

function printFile(file: FileReport, terminal: Terminal): void {
  const { bold, dim } = terminal.colours;
  terminal.line(`${verdict(file.verdict, terminal)}  ${bold(file.file)}`);
  terminal.line(dim(`  taken for ${file.takenFor}`));
  if (file.reason !== undefined) terminal.line(`  ${file.reason}`);
  for (const { part, findings } of file.documents) {
    const where = file.documents.length > 1 ? part : '';
    for (const finding of sorted(findings)) printFinding(finding, where, terminal);
    printCautions(findings, where, terminal);
  }
  for (const finding of file.agreement) printFinding(finding, 'header and body', terminal);
  for (const { part, mimeType, bytes } of file.others) {
    terminal.line(dim(`  ${part}: ${mimeType ?? 'unknown type'}, ${bytes} bytes, not judged`));
  }
  terminal.line();
}

function printFinding(finding: Finding, part: string, terminal: Terminal): void {
  const { dim } = terminal.colours;
  terminal.line(`  ${severity(finding, terminal)}  ${finding.rule}  ${finding.message}`);
  const place = [part, finding.line === undefined ? '' : `line ${finding.line}`, finding.path ?? ''].filter(Boolean);
  if (place.length > 0) terminal.line(dim(`           at ${place.join(', ')}`));
  if (finding.expected !== finding.message) terminal.line(dim(`           expected: ${finding.expected}`));
}

/** Most cautions say that something optional is absent, so every message has some: they are named, not told. */
function printCautions(findings: readonly Finding[], part: string, terminal: Terminal): void {
  const cautions = findings.filter(({ severity: value }) => value === 'CAUTION').map(({ rule }) => rule);
  if (cautions.length > 0)
    terminal.line(terminal.colours.dim(`  advice only${part === '' ? '' : ` in ${part}`}: ${cautions.join(', ')}`));
}

function printPair(findings: readonly Finding[], terminal: Terminal): void {
  terminal.line(
    `${verdict(findings.length === 0 ? 'valid' : 'invalid', terminal)}  ${terminal.colours.bold('the pair')}`,
  );
  if (findings.length === 0) terminal.line(terminal.colours.dim('  request and answer belong together'));
  for (const finding of findings) printFinding(finding, '', terminal);
  terminal.line();
}

function printSummary({ files }: ValidationReport, terminal: Terminal): void {
  const count = (wanted: Verdict) => files.filter((file) => file.verdict === wanted).length;
  terminal.line(
    `${files.length} files: ${count('valid')} valid, ${count('invalid')} invalid, ${count('unreadable')} unreadable`,
  );
}

function verdict(value: Verdict, { colours }: Terminal): string {
  return value === 'valid' ? colours.green('valid     ') : colours.red(value.padEnd(10));
}

function severity({ severity: value }: Finding, { colours }: Terminal): string {
  return value === 'FATAL' ? colours.red('FATAL  ') : colours.yellow(value);
}

const ORDER: readonly Finding['severity'][] = ['FATAL', 'WARNING'];

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return ORDER.flatMap((wanted) => findings.filter(({ severity: value }) => value === wanted));
}
