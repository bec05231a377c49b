import type { DataSource } from 'typeorm';
import { Readiness } from '../start/readiness.js';
import { HealthController } from './health.controller.js';

const answering = { query: () => Promise.resolve([]) } as unknown as DataSource;
const silent = { query: () => Promise.reject(new Error('gone')) } as unknown as DataSource;

function controller(database: DataSource, accepting: boolean): HealthController {
  return new HealthController(database, Object.assign(new Readiness(), { accepting }));
}

describe('given a node that is starting or draining', () => {
  it('then it lives and is not ready', async () => {
    expect(controller(answering, false).live()).toEqual({ status: 'live' });
    await expect(controller(answering, false).ready()).rejects.toMatchObject({ status: 503 });
    expect(new Readiness().accepting).toBe(false);
  });
});

it('given a node that accepts work, then it is ready as long as its database answers', async () => {
  await expect(controller(answering, true).ready()).resolves.toEqual({ status: 'ready' });
  await expect(controller(silent, true).ready()).rejects.toMatchObject({ status: 503 });
});
