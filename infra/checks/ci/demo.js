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
const verified = JSON.stringify(told).match(/"auditVerified":(true|false)/g) ?? [];
if (verified.length === 0 || verified.some((finding) => finding.endsWith('false'))) {
  process.stderr.write('the demo does not say auditVerified: true for both nodes\n');
  process.exitCode = 1;
}
