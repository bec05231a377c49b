import { Command, CommanderError } from 'commander';
import { demoCommand } from './commands/demo.js';
import { enginesCommand } from './commands/engines.js';
import { keysCommand } from './commands/keys.js';
import { matrixCommand } from './commands/matrix.js';
import { startCommand } from './commands/start.js';
import { validateCommand } from './commands/validate.js';
import { tokenCommand } from './commands/token.js';
import { verifyCommand } from './commands/verify.js';
import type { Environment } from './environment.js';
import { EXIT } from './exit-codes.js';

/**
 * `oots`: one command line for everything a person runs.
 *
 * Exit codes: 0 done, 1 it ran and found something wrong, 2 it was called wrongly or could not run.
 */
export async function oots(argv: readonly string[], environment: Environment): Promise<void> {
  const program = new Command('oots')
    .description('Nordic-Baltic OOTS 2.0 testbed: six simulated national nodes that exchange structured evidence')
    .exitOverride()
    .showHelpAfterError();
  for (const command of [
    demoCommand,
    startCommand,
    validateCommand,
    enginesCommand,
    verifyCommand,
    tokenCommand,
    keysCommand,
    matrixCommand,
  ])
    program.addCommand(command(environment));
  for (const command of program.commands) command.exitOverride().showHelpAfterError();
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.unable;
      return;
    }
    process.stderr.write(`oots: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = EXIT.unable;
  }
}
