/** `node demo.js FILE`: whether the demo's output for machines is one JSON object that tells the main job as it should be. */
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
let told;
try {
  told = JSON.parse(text);
} catch {
  process.stderr.write(`stdout of the demo is not one JSON object: ${text.slice(0, 200)}\n`);
  process.exit(1);
}
const { exchange, messages, form, auditVerified, asTold } = told;
const filled = (form?.fields ?? []).filter(({ state }) => state === 'filled');
const expected = {
  'the exchange has its identifiers': ['exchangeId', 'conversationId', 'requestId', 'responseId'].every(
    (id) => exchange?.[id],
  ),
  'the exchange was delivered': exchange?.state === 'delivered',
  'both sides count their messages': messages?.FI?.sent > 0 && messages?.FI?.sent === messages?.EE?.received,
  'every filled field has a source path':
    filled.length > 0 && filled.every(({ sourcePath }) => sourcePath?.startsWith('/')),
  'both logs verify': auditVerified?.FI === true && auditVerified?.EE === true,
  'everything is as told': asTold === true,
};
for (const [what, holds] of Object.entries(expected)) {
  if (holds) continue;
  process.stderr.write(`not in the demo's JSON: ${what}\n`);
  process.exitCode = 1;
}
