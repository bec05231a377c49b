import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { KafkaUnavailable, type Progress } from './kafka-server.js';
import { kafkaVersion, POM } from './kafka-release.js';

const run = promisify(execFile);

/** Kafka 4 brokers need at least this. @see https://kafka.apache.org/43/getting-started/compatibility/ */
const OLDEST_JAVA = 17;

/**
 * The directory with Kafka's jars, resolved through Maven the first time and kept.
 *
 * @param home where such directories are kept, `.local` of the workspace
 * @throws {KafkaUnavailable} when Java 17 is not there, or the jars are not and Maven cannot bring them
 */
export async function kafkaJars(home: string, progress: Progress): Promise<string> {
  await requireJava();
  const version = kafkaVersion();
  const jars = join(home, `kafka-${version}`);
  if (existsSync(jars)) return jars;
  progress(`fetching Apache Kafka ${version} through Maven (once)`);
  const unfinished = `${jars}.${process.pid}`;
  mkdirSync(home, { recursive: true });
  try {
    await run('mvn', [
      ...['-q', '-B', '-f', POM, 'dependency:copy-dependencies'],
      ...['-DincludeScope=runtime', `-DoutputDirectory=${unfinished}`],
    ]);
    if (!existsSync(jars)) renameSync(unfinished, jars);
  } catch (cause) {
    throw new KafkaUnavailable(mavenProblem(cause), { cause });
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(join(dirname(POM), 'target'), { recursive: true, force: true });
  }
  return jars;
}

function mavenProblem(cause: unknown): string {
  const { code, stdout } = cause as { code?: unknown; stdout?: string };
  if (code === 'ENOENT') return 'there is no Maven (mvn)';
  const said = stdout?.split('\n').find((line) => line.includes('ERROR'));
  return `Maven could not fetch Apache Kafka: ${said?.replace(/^.*ERROR\W*/, '').slice(0, 200) ?? 'no reason given'}`;
}

async function requireJava(): Promise<void> {
  const { stderr } = await run('java', ['-version']).catch((cause: unknown) => {
    throw new KafkaUnavailable('there is no Java', { cause });
  });
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (!(major >= OLDEST_JAVA)) throw new KafkaUnavailable(`Java ${major} is older than ${OLDEST_JAVA}`);
}
