import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { COUNTRIES } from '@oots/countries';
import { holdKeyCeremony, KeyFolder } from '@oots/directory';
import { systemClock } from '@oots/edm';
import { createTopics, findKafka, networkTopics } from '@oots/kafka-engine';
import { findPostgres } from '@oots/postgres-engine';
import { Command } from 'commander';
import type { Environment } from '../environment.js';
import { Terminal } from '../terminal/terminal.js';
import { toldToEnd } from '../told-to-end.js';
import { DIRECTORY_PORT, nodePort } from '../well-known-ports.js';

/** Where `nx serve` looks for the environment of an application. */
const ENVIRONMENTS = resolve('.local', 'env');
const KEYS = resolve('.local', 'keys');

/** `oots engines`: Kafka, PostgreSQL, keys and topics stay up, so that each application can be started alone. */
export function enginesCommand(environment: Environment): Command {
  return new Command('engines')
    .description('keep Kafka and PostgreSQL up and prepare what `npx nx serve <app>` needs')
    .action(async () => {
      const terminal = new Terminal(process.stdout);
      const progress = (line: string) => {
        terminal.line(terminal.colours.dim(line));
      };
      const postgres = await findPostgres(environment);
      progress(postgres.description);
      try {
        const kafka = await findKafka(environment, { progress });
        try {
          progress(kafka.description);
          await createTopics(kafka.brokers, networkTopics());
          const members = COUNTRIES.map(({ country, accessPoint }) => ({ country, accessPoint }));
          await new KeyFolder(KEYS).write(await holdKeyCeremony({ members, heldAt: systemClock.now() }));
          await mkdir(ENVIRONMENTS, { recursive: true });
          await writeEnvironment('common-services', { PORT: DIRECTORY_PORT, KEYS_DIRECTORY: KEYS });
          for (const { country } of COUNTRIES) {
            const name = `node_${country.toLowerCase()}`;
            const password = randomBytes(18).toString('base64url');
            await writeEnvironment(`node-${country.toLowerCase()}`, {
              PORT: nodePort(country),
              DATABASE_URL: await postgres.createDatabase({ name, role: name, password }),
              KAFKA_BROKERS: kafka.brokers,
              DIRECTORY_URL: `http://127.0.0.1:${DIRECTORY_PORT}`,
              KEYS_DIRECTORY: KEYS,
            });
          }
          terminal.line();
          terminal.line('The engines are up. In other terminals, the directories first:');
          terminal.line('  npx nx serve common-services');
          terminal.line('  npx nx serve node-fi');
          terminal.line(terminal.colours.dim('Ctrl-C stops the engines.'));
          await toldToEnd();
        } finally {
          await rm(ENVIRONMENTS, { recursive: true, force: true });
          await kafka.stop();
        }
      } finally {
        await postgres.stop();
      }
    });
}

/** Readable by its owner only: it holds a password. */
async function writeEnvironment(app: string, settings: Readonly<Record<string, string | number>>): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(ENVIRONMENTS, `${app}.env`), lines.join(''), { mode: 0o600 });
}
