import { COUNTRIES } from '@oots/countries';
import { holdKeyCeremony, KeyFolder } from '@oots/directory';
import { systemClock } from '@oots/edm';
import { Command } from 'commander';
import type { Environment } from '../environment.js';

/** `oots keys --out DIR`: every key, the trust list and the directories' certificate, for a network of separate nodes. */
export function keysCommand(_environment: Environment): Command {
  return new Command('keys')
    .description('make the keys of a network: one file a node, the trust list, the trust anchor, the directories')
    .requiredOption('--out <folder>', 'folder to write to; one that holds keys already is left alone')
    .action(async ({ out }: { out: string }) => {
      const folder = new KeyFolder(out);
      if (await holdsKeys(folder)) {
        process.stderr.write(`${out} holds keys already\n`);
        return;
      }
      const members = COUNTRIES.map(({ country, accessPoint }) => ({ country, accessPoint }));
      await folder.write(await holdKeyCeremony({ members, heldAt: systemClock.now() }));
      process.stderr.write(`keys of ${members.length} nodes in ${out}\n`);
    });
}

async function holdsKeys(folder: KeyFolder): Promise<boolean> {
  try {
    await folder.anchor();
    return true;
  } catch {
    // Nothing there yet: that is what the command is for.
    return false;
  }
}
