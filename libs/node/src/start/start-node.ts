import type { AddressInfo } from 'node:net';
import { type NestApplicationOptions, ValidationPipe } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AuditLog, HmacPseudonyms, TreeSequencer, treeHeadSigner } from '@oots/audit';
import type { Directory, NetworkKeyDirectory, NodeKeys } from '@oots/directory';
import { type Clock, type IdentifierSource, randomIdentifiers, systemClock } from '@oots/edm';
import { AccessPointServer, Outbox, OutboxRelay, ownKeysFrom, Receipts, type Transport } from '@oots/messaging';
import type { DestinationStream } from 'pino';
import type { DataSource } from 'typeorm';
import type { CountryProfile } from '../config/country-profile.js';
import { type DecisionTables, shippedTables } from '../config/decision-tables.js';
import type { NodeConfig } from '../config/node-config.js';
import { AuditTrail } from '../exchange/audit-trail.js';
import { BearerTokenGuard } from '../http/bearer-token.guard.js';
import { withoutQuotation } from '../http/body-errors.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { DeliveryEntries, ParkingEntries, SecurityEntries } from '../inbound/node-journals.js';
import { openNodeDatabase } from '../persistence/node-database.js';
import { PersonalDataSeal, pseudonymKey } from '../persistence/personal-data-seal.js';
import { Housekeeping } from './housekeeping.js';
import { NodeLog } from './node-log.js';
import { NodeModule } from './node.module.js';
import { NodeSurroundings } from './node-surroundings.js';
import { Readiness } from './readiness.js';

/** What a node needs from whoever starts it. */
export interface NodeParts {
  readonly profile: CountryProfile;
  readonly config: NodeConfig;
  readonly keys: NodeKeys;
  readonly peers: NetworkKeyDirectory;
  readonly directory: Directory;
  /** Its own client of the network; closed when the node stops. */
  readonly transport: Transport;
  readonly clock?: Clock;
  readonly identifiers?: IdentifierSource;
  /** What the node decides by; the tables that ship with the testbed when absent. */
  readonly tables?: DecisionTables;
  /** Where its log lines go; standard output when absent. */
  readonly logTo?: DestinationStream;
}

/** A node that accepts work. */
export interface RunningNode {
  readonly country: string;
  /** Origin of its HTTP face. */
  readonly url: string;
  readonly database: DataSource;
  /** Takes no more work, finishes what is under way, lets go of everything. */
  stop(): Promise<void>;
}

const BODY_LIMIT = '64kb';

// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- NestJS types its options as a class it never makes
const APPLICATION: NestApplicationOptions = { abortOnError: false, bodyParser: false, logger: false };

/**
 * Starts one Member State's node.
 *
 * @throws {DatabaseNotUsable}, and whatever keeps the network or the port from being used; nothing is left open
 */
export async function startNode(parts: NodeParts): Promise<RunningNode> {
  const { profile, config, transport } = parts;
  const log = new NodeLog(profile.country, config.LOG_LEVEL, parts.logTo);
  try {
    const database = await openNodeDatabase(config, profile);
    try {
      return await startOn(database, log, parts);
    } catch (error) {
      await database.destroy();
      throw error;
    }
  } catch (error) {
    await transport.close();
    throw error;
  }
}

async function startOn(database: DataSource, log: NodeLog, parts: NodeParts): Promise<RunningNode> {
  const { profile, config, transport } = parts;
  const surroundings = await surroundingsOf(parts);
  const ownKeys = ownKeysFrom(parts.keys);
  const { clock } = surroundings;

  const outbox = new Outbox(database, clock, {
    seal: (content) => surroundings.seal.sealBytes(content),
    open: (sealed) => surroundings.seal.openBytes(sealed),
  });
  const receipts = new Receipts({ database, transport, ownKeys, clock });
  const signer = await treeHeadSigner({
    ...parts.keys.audit.privateJwk,
    kid: parts.keys.audit.kid,
    alg: parts.keys.audit.alg,
  });
  const module = NodeModule.on({
    surroundings,
    database,
    log,
    auditLog: new AuditLog(profile.country, clock, surroundings.identifiers),
    sequencer: new TreeSequencer(database, profile.country, signer, clock),
    outbox,
    receipts,
  });
  const app = await NestFactory.create<NestExpressApplication>(module, APPLICATION);
  openHttpFace(app, surroundings, log);

  const deliveries = app.get(DeliveryEntries);
  const metrics = app.get(NodeMetrics).messaging;
  const server = new AccessPointServer({
    database,
    transport,
    ownKeys,
    peers: surroundings.peers,
    receipts,
    security: app.get(SecurityEntries),
    parking: app.get(ParkingEntries),
    deliveries,
    clock,
    metrics,
  });
  app.connectMicroservice<MicroserviceOptions>({ strategy: server });
  const relay = new OutboxRelay({
    database,
    outbox,
    transport,
    ownKeys,
    peers: surroundings.peers,
    clock,
    journal: deliveries,
    metrics,
    onTrouble: (error) => {
      log.defect('outbox', error);
    },
  });

  const housekeeping = app.get(Housekeeping);
  const readiness = app.get(Readiness);
  const record = (event: 'node-started' | 'node-stopped') =>
    database.transaction((transaction) => app.get(AuditTrail).nodeEvent(event, transaction));
  try {
    await app.listen(config.PORT, config.HOST);
    await record('node-started');
    await app.startAllMicroservices();
  } catch (error) {
    await app.close();
    throw error;
  }
  relay.start();
  housekeeping.start();
  readiness.accepting = true;
  const url = urlOf(app, config.HOST);
  log.started(url);

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    readiness.accepting = false;
    // A database that is gone keeps nothing of the node alive.
    try {
      await app.close();
      await relay.drain();
      try {
        await record('node-stopped');
      } finally {
        await housekeeping.stop();
      }
    } finally {
      await transport.close();
      await database.destroy();
      log.stopped();
    }
  };
  return { country: profile.country, url, database, stop: () => (stopped ??= stop()) };
}

async function surroundingsOf(parts: NodeParts): Promise<NodeSurroundings> {
  const { profile, config, keys, peers, directory } = parts;
  const tables = parts.tables ?? (await shippedTables());
  const clock = parts.clock ?? systemClock;
  const secret = Buffer.from(keys.dataSecret, 'base64url');
  return new NodeSurroundings({
    profile,
    config,
    clock,
    identifiers: parts.identifiers ?? randomIdentifiers,
    directory,
    peers,
    ...tables,
    seal: new PersonalDataSeal(secret),
    pseudonyms: new HmacPseudonyms('1', pseudonymKey(secret)),
  });
}

function openHttpFace(app: NestExpressApplication, surroundings: NodeSurroundings, log: NodeLog): void {
  app.disable('x-powered-by');
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.useBodyParser('urlencoded', { limit: BODY_LIMIT, extended: false });
  app.use(withoutQuotation);
  app.useGlobalGuards(new BearerTokenGuard(app.get(Reflector), surroundings));
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validationError: { target: false, value: false },
    }),
  );
  const description = new DocumentBuilder()
    .setTitle(`OOTS node of simulated ${surroundings.profile.name}`)
    .setVersion('0.1.0')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
  });
}

function urlOf(app: NestExpressApplication, host: string): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
