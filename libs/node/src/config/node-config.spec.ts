import { ConfigurationError } from './configuration-error.js';
import { NodeConfig } from './node-config.js';

const sound = { DATABASE_URL: 'postgres://node:secret@127.0.0.1:5432/node', DIRECTORY_URL: 'http://127.0.0.1:4100' };

it('given what has no default, then everything else has one', () => {
  expect(NodeConfig.read({ ...sound, HOME: '/root', T1_MINUTES: '' })).toEqual(
    expect.objectContaining({
      PORT: 0,
      HOST: '127.0.0.1',
      T1_MINUTES: 5,
      T2_MINUTES: 15,
      T3_MINUTES: 40,
      LOG_LEVEL: 'info',
    }),
  );
});

it('given numbers as texts, as environments have them, then they are numbers', () => {
  expect(NodeConfig.read({ ...sound, PORT: '8080', AUDIT_RETENTION_MONTHS: '24' })).toMatchObject({
    PORT: 8080,
    AUDIT_RETENTION_MONTHS: 24,
  });
});

it('given settings that cannot be used, then the start is refused with every one of them named at once', () => {
  const read = () =>
    NodeConfig.read({
      DATABASE_URL: 'mysql://node:secret@127.0.0.1/node',
      PORT: 'eighty',
      T1_MINUTES: '0',
      T3_MINUTES: '1.5',
      AUDIT_RETENTION_MONTHS: '11',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'ftp://node',
    });
  expect(read).toThrow(ConfigurationError);
  for (const name of [
    'DATABASE_URL',
    'DIRECTORY_URL',
    'PORT',
    'T1_MINUTES',
    'T3_MINUTES',
    'AUDIT_RETENTION_MONTHS',
    'LOG_LEVEL',
    'PUBLIC_URL',
  ]) {
    expect(read).toThrow(name);
  }
  expect(read).not.toThrow('secret');
});

it('given a configuration, then nobody changes it while the node runs', () => {
  const config = NodeConfig.read(sound);
  expect(() => Object.assign(config, { T1_MINUTES: 60 })).toThrow(TypeError);
});
