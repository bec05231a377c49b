import 'reflect-metadata';
import type { Server } from 'node:http';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CommonServicesModule } from './common-services.module.js';
import type { CommonServicesSettings } from './common-services-settings.js';

/** Milliseconds in which a request has to have arrived in full: all of them are short. */
const REQUEST_TIMEOUT = 10_000;

/** Requests have no body; what goes wrong is told to the settings' `onDefect`. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- NestJS types its options as a class it never makes
const APPLICATION: NestApplicationOptions = { abortOnError: false, bodyParser: false, logger: false };

/** Where the common services listen. */
export interface Listening {
  /** 0 lets the system choose. Default 0. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
}

/** Common services that answer. */
export interface RunningCommonServices {
  /** Origin, `http://127.0.0.1:41234`; the directories are `<url>/eb` and `<url>/dsd`. */
  readonly url: string;
  /** Takes no more requests, finishes those under way. */
  close(): Promise<void>;
}

/**
 * Starts Evidence Broker, Data Services Directory and trust list.
 *
 * @throws when the address cannot be listened on
 */
export async function startCommonServices(
  settings: CommonServicesSettings,
  { port = 0, host = '127.0.0.1' }: Listening = {},
): Promise<RunningCommonServices> {
  const module = CommonServicesModule.register(settings);
  const app = await NestFactory.create<NestExpressApplication>(module, APPLICATION);
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  const server: Server = app.getHttpServer();
  server.requestTimeout = REQUEST_TIMEOUT;
  server.headersTimeout = REQUEST_TIMEOUT;
  await app.listen(port, host);
  return { url: originOf(server, host), close: () => app.close() };
}

function originOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the common services listen on no port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
