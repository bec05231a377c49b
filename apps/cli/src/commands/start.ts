import { Command, Option } from 'commander';
import { bringUpNetwork, TRANSPORTS, type TransportChoice } from '../bring-up-network.js';
import { removeNetworkFile, writeNetworkFile } from '../network-file.js';
import type { Environment } from '../environment.js';
import { Terminal } from '../terminal/terminal.js';
import { toldToEnd } from '../told-to-end.js';
import { DIRECTORY_PORT, nodePort } from '../well-known-ports.js';

interface StartOptions {
  readonly transport: TransportChoice;
  readonly anyPort?: boolean;
}

/** `oots start`: the network stays up until it is told to end. */
export function startCommand(environment: Environment): Command {
  return new Command('start')
    .description('start the six nodes and their directories, and keep them up')
    .addOption(new Option('--transport <kind>', 'what carries the messages').choices(TRANSPORTS).default('memory'))
    .option('--any-port', `take free ports instead of ${DIRECTORY_PORT} and the following`)
    .action(async ({ transport, anyPort }: StartOptions) => {
      const terminal = new Terminal(process.stdout);
      const { bold, dim } = terminal.colours;
      const began = performance.now();
      const network = await bringUpNetwork({
        transport,
        environment,
        progress: (line) => {
          terminal.line(dim(line));
        },
        ...(anyPort === true ? {} : { ports: { directories: DIRECTORY_PORT, node: nodePort } }),
      });
      await writeNetworkFile(network);
      terminal.line();
      terminal.line(
        bold(`Six simulated national nodes, up after ${((performance.now() - began) / 1000).toFixed(1)} s`),
      );
      terminal.line(`  directories  ${network.directoryUrl}`);
      for (const { country, url, pid } of network.nodes.values()) {
        terminal.line(`  node ${country}      ${url}${pid === undefined ? '' : `   process ${pid}`}`);
      }
      terminal.line(`  messages     ${network.transport}`);
      terminal.line(`  data         ${network.database}`);
      terminal.line(
        dim(
          'All people and registers are invented. Each node describes itself at /.well-known/oots-node, its API at /api/openapi.json.',
        ),
      );
      terminal.line(dim('"npm run oots -- verify" recomputes the logs. Ctrl-C drains and stops.'));
      await toldToEnd();
      terminal.line('draining …');
      await removeNetworkFile();
      await network.stop();
      terminal.line('stopped');
    });
}
