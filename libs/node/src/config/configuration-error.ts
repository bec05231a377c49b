/** What a node was told about its surroundings cannot be used. It stops the start, with every problem named at once. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
