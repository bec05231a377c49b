import { resolve } from 'node:path';
import { runMatrix, type TriedCell, writeMatrixReport } from '@oots/scenarios';
import { Command, Option } from 'commander';
import { bringUpNetwork, TRANSPORTS, type TransportChoice } from '../bring-up-network.js';
import { EXIT } from '../exit-codes.js';
import type { Environment } from '../environment.js';
import { MatrixTeller } from '../terminal/matrix-teller.js';
import { Terminal } from '../terminal/terminal.js';

interface MatrixOptions {
  readonly transport: TransportChoice;
  readonly json?: boolean;
}

/** Below the working folder, beside what else a network leaves behind. */
const REPORTS = resolve('.local', 'reports');

/** `oots matrix`: tries everything that the directories declare and the policy allows, between every two nodes. */
export function matrixCommand(environment: Environment): Command {
  return new Command('matrix')
    .description('try every exchange that is declared and allowed, between every two of the six nodes')
    .addOption(new Option('--transport <kind>', 'what carries the messages').choices(TRANSPORTS).default('memory'))
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .action(async ({ transport, json }: MatrixOptions) => {
      const beside = new Terminal(process.stderr);
      const say = (line: string) => {
        beside.line(beside.colours.dim(line));
      };
      const network = await bringUpNetwork({ transport, environment, progress: say });
      try {
        const report = await runMatrix(network, { progress: toldTo(say) });
        const folder = await writeMatrixReport(report, REPORTS);
        if (json === true) process.stdout.write(`${JSON.stringify({ ...report, folder })}\n`);
        else new MatrixTeller(new Terminal(process.stdout)).tell(report, folder);
        process.exitCode = report.holds ? EXIT.done : EXIT.wrong;
      } finally {
        await network.stop();
      }
    });
}

/** A line for every tenth part of the way, and one for every failure. */
function toldTo(say: (line: string) => void) {
  let told = 0;
  return ({ outcome, requester, provider, evidenceType, problems }: TriedCell, done: number, of: number) => {
    if (outcome === 'failed') say(`${requester} asks ${provider} for ${evidenceType}: ${problems.join('; ')}`);
    const tenth = Math.floor((10 * done) / of);
    if (tenth === told) return;
    told = tenth;
    say(`${done} of ${of} cells tried`);
  };
}
