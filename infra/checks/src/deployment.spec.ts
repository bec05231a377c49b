import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaImage, networkTopics } from '@oots/kafka-engine';
import { parse } from 'yaml';
import { ROOT, textOf } from './workspace.js';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
}

const { services } = parse(textOf('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };
const nodes = Object.entries(services).filter(([name]) => name.startsWith('node-'));
const countries = nodes.map(([name]) => name.replace('node-', '')).sort();

describe('docker-compose.yml', () => {
  it('runs the Kafka release that infra/kafka/pom.xml pins', () => {
    expect(services['kafka']?.image).toBe(kafkaImage());
  });

  it('has a node for each country that has topics', () => {
    const withTopics = networkTopics().map(({ topic }) => topic.split('.')[1]);

    expect(countries).toEqual([...new Set(withTopics)].sort());
    expect(countries).toHaveLength(6);
  });

  it.each(Object.entries(services).filter(([, { command }]) => command?.[0] === 'node'))(
    'starts as %s an app that is there',
    (_, { command }) => {
      const source = (command?.[1] ?? '').replace('/dist/', '/src/').replace('.js', '.ts');

      expect(existsSync(join(ROOT, source))).toBe(true);
    },
  );

  it.each(nodes)('gives %s only settings that a node has', (_, { environment }) => {
    const settings = [...textOf('libs/node/src/config/node-config.ts').matchAll(/readonly ([A-Z][A-Z0-9_]*)[!?:]/g)];
    const known = settings.map(([, name]) => name);

    expect(Object.keys(environment ?? {}).filter((name) => !known.includes(name))).toEqual([]);
    expect(environment).toHaveProperty('DATABASE_URL');
  });

  it.each(nodes)('gives %s its own database and its own keys', (name, { environment, volumes }) => {
    const country = name.replace('node-', '');

    expect(environment?.['DATABASE_URL']).toContain(`/oots_${country}`);
    expect(volumes).toEqual([`keys-${country}:/keys:ro`]);
  });

  it('publishes ports on loopback only, each once', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);

    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(new Set(ports).size).toBe(ports.length);
  });
});

describe('the scripts of the containers', () => {
  it.each(['infra/docker/distribute-keys.sh', 'infra/postgres/init/nodes.sh'])('%s knows every country', (script) => {
    const listed = /for country in ([a-z ]+);/.exec(textOf(script))?.[1]?.split(' ');

    expect(listed?.sort()).toEqual(countries);
  });
});
