export { createTopics } from './broker-admin.js';
export { findKafka } from './find-kafka.js';
export { kafkaImage, kafkaVersion } from './kafka-release.js';
export { KafkaUnavailable, type KafkaServer, type Progress } from './kafka-server.js';
export { startLocalKafka, type LocalKafkaOptions } from './local-kafka.js';
export { networkTopics, type TopicDeclaration } from './network-topics.js';
