import { readFileSync } from 'node:fs';

/** A topic as it is to be created. */
export interface TopicDeclaration {
  readonly topic: string;
  readonly partitions: number;
  /** Kafka's topic settings by their own names; times in milliseconds, sizes in bytes. */
  readonly settings: Readonly<Record<string, string>>;
}

interface TopicsFile {
  readonly countries: readonly string[];
  readonly topics: Readonly<Record<string, Omit<TopicDeclaration, 'topic'>>>;
}

/** Every topic of the six countries' network, as `topics.json` declares them. */
export function networkTopics(): TopicDeclaration[] {
  const { countries, topics } = JSON.parse(
    readFileSync(new URL('../topics.json', import.meta.url), 'utf8'),
  ) as TopicsFile;
  return Object.entries(topics).flatMap(([pattern, declaration]) =>
    countries.map((country) => ({ topic: pattern.replace('{country}', country), ...declaration })),
  );
}
