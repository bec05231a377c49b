import { auditKeys, type VerificationReport, verifyLog } from '@oots/audit';
import { nodeDataSource } from '@oots/node';
import { Command } from 'commander';
import { EXIT } from '../exit-codes.js';
import { type NetworkFile, readNetworkFile } from '../network-file.js';
import type { Environment } from '../environment.js';
import { Terminal } from '../terminal/terminal.js';

/** `oots verify`: recomputes the logs of the running network from their tables. */
export function verifyCommand(_environment: Environment): Command {
  return new Command('verify')
    .description('recompute the audit logs of the running network from their tables')
    .option('--node <country>', 'only this node, FI')
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .action(async ({ node, json }: { node?: string; json?: boolean }) => {
      const { nodes } = await readNetworkFile();
      const chosen = nodes.filter(({ country }) => node === undefined || country === node.toUpperCase());
      if (chosen.length === 0) throw new Error(`no node ${node ?? ''} in the running network`);
      const terminal = new Terminal(process.stdout);
      const reports: VerificationReport[] = [];
      for (const one of chosen) {
        const report = await verified(one);
        reports.push(report);
        if (json !== true) terminal.line(lineOf(report, terminal));
      }
      const sound = reports.every(({ verified: holds }) => holds);
      if (json === true) terminal.line(JSON.stringify({ verified: sound, nodes: reports }));
      process.exitCode = sound ? EXIT.done : EXIT.wrong;
    });
}

async function verified({ country, databaseUrl, auditKey }: NetworkFile['nodes'][number]): Promise<VerificationReport> {
  const database = await nodeDataSource(databaseUrl, 2).initialize();
  try {
    return await verifyLog(database, { nodeId: country, keys: auditKeys(auditKey) });
  } finally {
    await database.destroy();
  }
}

function lineOf(report: VerificationReport, { colours }: Terminal): string {
  const { nodeId, entries, leaves, unsealed, rootHash, verified: holds, firstProblem } = report;
  const verdict = holds
    ? colours.green('verified')
    : colours.red(`DAMAGED: ${firstProblem?.kind} ${firstProblem?.entryId ?? ''}`);
  return `${nodeId}  ${entries} entries, ${leaves} in the tree, ${unsealed} waiting, root ${rootHash.slice(0, 16)}…  ${verdict}`;
}
