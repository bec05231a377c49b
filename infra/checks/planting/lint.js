import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

/**
 * Lints texts as if they stood in files of the workspace.
 *
 * stdin: `[{ file, text }]`; stdout: for each the rule ids and messages found, `[{ ruleId, message }][]`. A process of its
 * own, because neither ESLint's nor Nx's loading of configuration works inside Jest's module registry.
 */
const eslint = new ESLint();
const planted = JSON.parse(await text(process.stdin));
const findings = [];
for (const { file, text: source } of planted) {
  const [result] = await eslint.lintText(source, { filePath: file });
  findings.push(result.messages.map(({ ruleId, message }) => ({ ruleId, message })));
}
process.stdout.write(JSON.stringify(findings));
