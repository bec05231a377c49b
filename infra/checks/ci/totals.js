/**
 * `node totals.js REPORT EXIT_CODE`: prints `PASSED FAILED` of one run of Jest.
 *
 * A suite that could not run counts as one failure, and so does a run that failed although no test did.
 */
import { readFileSync } from 'node:fs';

const [file, exitCode] = process.argv.slice(2);
const report = JSON.parse(readFileSync(file, 'utf8'));
for (const suite of report.testResults.filter(({ status }) => status === 'failed'))
  process.stderr.write(`${suite.message}\n`);
const skipped = report.testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'pending' || status === 'todo');
for (const { fullName } of skipped) process.stderr.write(`skipped: ${fullName}\n`);

const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
const failedOutside = failed === 0 && (Number(exitCode) !== 0 || report.numTotalTests === 0);
process.stdout.write(`${report.numPassedTests} ${failedOutside ? 1 : failed}`);
