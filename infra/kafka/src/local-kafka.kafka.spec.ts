import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
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
    mkdirSync(join(directory, 'data'));
    writeFileSync(join(directory, 'data', 'meta.properties'), 'version=1\nnode.id=99\ncluster.id=another\n');

    const start = startLocalKafka({ directory });

    await expect(start).rejects.toThrow(KafkaUnavailable);
    await expect(start).rejects.toThrow(/did not start: .*node id 99.*broker\.log\)$/);
  });

  it('then a port that is taken is not mistaken for its own', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    await expect(startLocalKafka({ directory, port })).rejects.toThrow(new KafkaUnavailable(`port ${port} is taken`));
    other.close();
  });
});
