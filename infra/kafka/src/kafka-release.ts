import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The Maven project that resolves Kafka; this path is the same from `src` and from `dist`. */
export const POM = fileURLToPath(new URL('../pom.xml', import.meta.url));

/** The release of Apache Kafka that the project runs, as `pom.xml` pins it. */
export function kafkaVersion(): string {
  const version = /<kafka\.version>([^<]+)</.exec(readFileSync(POM, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${POM} names no kafka.version`);
  return version;
}

/** The official container image of the same release. */
export function kafkaImage(): string {
  return `apache/kafka:${kafkaVersion()}`;
}
