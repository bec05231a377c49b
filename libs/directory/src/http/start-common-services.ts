import 'reflect-metadata';
import type { Server } from 'node:http';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DeclarationRegistry } from '../registration/declaration-registry.js';
import { MAXIMUM_REGISTRATION_BYTES } from '../registration/read-registration-request.js';
import { REGISTRATION_MEDIA_TYPE } from '../registration/registration-signature.js';
import { CommonServicesModule } from './common-services.module.js';
import type { CommonServicesSettings } from './common-services-settings.js';

/** Milliseconds in which a request has to have arrived in full: all of them are short. */
const REQUEST_TIMEOUT = 10_000;

/** Bytes of a registration as base64url in its JWS: a third more than the message, with header and signature. */
const MAXIMUM_REGISTRATION_CHARACTERS = Math.ceil((MAXIMUM_REGISTRATION_BYTES * 4) / 3) + 8 * 1024;

/** Only registrations have a body; what goes wrong is told to the settings' `onDefect`. */
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
 * @throws {RangeError} when a country declares what only another may declare
 * @throws {RegistrationRefusal} when the declarations do not fit together
 * @throws {JournalUnreadable} when kept registrations cannot be read or no longer apply
 * @throws when the address cannot be listened on
 */
export async function startCommonServices(
  settings: CommonServicesSettings,
  { port = 0, host = '127.0.0.1' }: Listening = {},
): Promise<RunningCommonServices> {
  const { declarations, trustedKeys, clock, journal } = settings;
  const registry = await DeclarationRegistry.open({
    declarations,
    keys: trustedKeys,
    clock,
    ...(journal === undefined ? {} : { journal }),
  });
  const module = CommonServicesModule.register(settings, registry);
  const app = await NestFactory.create<NestExpressApplication>(module, APPLICATION);
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.useBodyParser('text', {
    type: REGISTRATION_MEDIA_TYPE,
    limit: MAXIMUM_REGISTRATION_CHARACTERS,
    defaultCharset: 'utf-8',
  });
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
