import { Command, Option } from 'commander';
import { moveFromEstoniaToFinland, type MoveReport, SILENT } from '@oots/scenarios';
import { EXIT } from '../exit-codes.js';
import type { Environment } from '../environment.js';
import { StoryTeller } from '../terminal/story-teller.js';
import { Terminal } from '../terminal/terminal.js';
import { bringUpNetwork, TRANSPORTS, type TransportChoice } from '../bring-up-network.js';

interface DemoOptions {
  readonly transport: TransportChoice;
  readonly json?: boolean;
}

/** `oots demo [story]`: starts the network, plays a story, checks it, stops the network. */
export function demoCommand(environment: Environment): Command {
  return new Command('demo')
    .description('play the move from Estonia to Finland on a fresh network of six nodes, and check it')
    .addOption(new Option('--transport <kind>', 'what carries the messages').choices(TRANSPORTS).default('memory'))
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .action(async ({ transport, json }: DemoOptions) => {
      const progress = new Terminal(process.stderr);
      const started = performance.now();
      const network = await bringUpNetwork({
        transport,
        environment,
        progress: (line) => {
          progress.line(progress.colours.dim(line));
        },
      });
      try {
        const startUp = performance.now() - started;
        const report = await tell(json === true, network, startUp);
        process.exitCode = report.asTold ? EXIT.done : EXIT.wrong;
      } finally {
        await network.stop();
      }
    });
}

async function tell(
  json: boolean,
  network: Awaited<ReturnType<typeof bringUpNetwork>>,
  startUp: number,
): Promise<MoveReport> {
  const story = moveFromEstoniaToFinland;
  if (json) {
    const report = await story.run(network, SILENT);
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return report;
  }
  const terminal = new Terminal(process.stdout);
  const teller = new StoryTeller(terminal);
  teller.title(story.title, [
    'Simulation: all people, registers and authorities are invented or stand in for real ones.',
    `${network.nodes.size} nodes (${[...network.nodes.keys()].join(' ')}) and their directories started in ${seconds(startUp)}; transport: ${network.transport}; database: ${network.database}`,
  ]);
  const begun = performance.now();
  const report = await story.run(network, teller);
  teller.timeline(report.timeline, story.countries);
  teller.checks(report.checks);
  const { sent, received } = { sent: report.messages.FI, received: report.messages.EE };
  terminal.line();
  terminal.line(
    `messages: FI ${sent.sent} out, ${sent.received} in; EE ${received.sent} out, ${received.received} in; every one receipted`,
  );
  const verdict = report.asTold ? terminal.colours.green('As told.') : terminal.colours.red('NOT as told.');
  terminal.line(`${verdict} The story took ${seconds(performance.now() - begun)}.`);
  return report;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
