/** Settings of a single broker that is its own controller, by Kafka's own names. */
export type BrokerSettings = Readonly<Record<string, string>>;

/**
 * @param place where it listens and what clients are told, `host:port`; where it keeps its data
 * @see https://kafka.apache.org/43/configuration/broker-configs/
 */
export function brokerSettings(place: {
  readonly listener: string;
  readonly advertised: string;
  readonly controller: string;
  readonly data: string;
}): BrokerSettings {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@${place.controller}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    listeners: `PLAINTEXT://${place.listener},CONTROLLER://${place.controller}`,
    'advertised.listeners': `PLAINTEXT://${place.advertised}`,
    'log.dirs': place.data,
    // A topic that nobody declared is a mistake, not a topic.
    'auto.create.topics.enable': 'false',
    'offsets.topic.num.partitions': '6',
    'group.initial.rebalance.delay.ms': '0',
    // One broker cannot replicate.
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
  };
}

/** The text of `server.properties`. */
export function serverProperties(settings: BrokerSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** The same settings as the environment of the official container image. */
export function containerEnvironment(settings: BrokerSettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, value]),
  );
}
