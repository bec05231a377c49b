import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterSize, createTopics } from './broker-admin.js';
import { KafkaUnavailable } from './kafka-server.js';
import { startLocalKafka } from './local-kafka.js';

async function ends(brokers: string): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answered = await clusterSize(brokers, 200).catch(() => 0);
    if (answered === 0) return true;
    await pause(200);
  }
  return false;
}

/** Java alone cannot be counted on: where the engine of this run is another, there is nothing to start here. */
const javaIsHere = spawnSync('java', ['-version']).status === 0;
const whereJavaIs = javaIsHere ? describe : describe.skip;

whereJavaIs('given Java and no Docker (skipped where there is no Java)', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'oots-kafka-test-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it('then a broker started again in its directory has the topics it had', async () => {
    const declared = [{ topic: 'kept', partitions: 1, settings: {} }];
    const first = await startLocalKafka({ directory });
    const created = await createTopics(first.brokers, declared);
    await first.stop();

    const second = await startLocalKafka({ directory });
    const createdAgain = await createTopics(second.brokers, declared);
    await second.stop();

    expect([created, createdAgain]).toEqual([1, 0]);
  });

  it('then it ends when its owner is killed', async () => {
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const kafka = await startLocalKafka({ directory, ownerPid: owner.pid ?? 0 });
    owner.kill('SIGKILL');

    expect(await ends(kafka.brokers)).toBe(true);
  });

  it('then a broker that gives up says why and where its log is', async () => {
    const first = await startLocalKafka({ directory: join(directory, 'first') });
    const port = Number(first.brokers.split(':')[1]);
    const second = await startLocalKafka({ directory: join(directory, 'second'), port }).catch(
      (error: unknown) => error,
    );
    await first.stop();

    expect(second).toBeInstanceOf(KafkaUnavailable);
    expect(String(second)).toContain(join(directory, 'second', 'broker.log'));
    expect(existsSync(join(directory, 'second', 'broker.log'))).toBe(true);
    expect(readFileSync(join(directory, 'second', 'broker.log'), 'utf8')).toContain('Address already in use');
  });
});
