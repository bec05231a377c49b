import { createTopics, networkTopics } from '@oots/kafka-engine';
import { estonia, finland } from '@oots/countries';
import type { CaseView } from '@oots/node';
import { existingPostgres } from '@oots/postgres-engine';
import { NodeLogBook } from '../log/node-log-book.js';
import { NodeClient, until } from '../network/node-client.js';
import { type ProcessNetwork, startNodeProcesses } from '../network/start-node-processes.js';

/** Milliseconds: a killed member's place in its consumer group is given up, its messages are resent, and all is settled. */
const PATIENCE = 90_000;

/** Milliseconds after the case was opened at which the power goes; an exchange takes some hundred. */
const MOMENTS = [0, 30, 80, 150, 250, 450];

const MARI = {
  eidasIdentifier: 'EE/FI/60001019906',
  familyName: 'Tamm',
  givenName: 'Mari',
  dateOfBirth: '2000-01-01',
  levelOfAssurance: 'High',
};

const HELSINKI = { fullAddress: 'Mannerheimintie 1 A 2, 00100 Helsinki', adminUnitL1: 'FI' };

const brokers = process.env['KAFKA_BROKERS'] ?? '';

describe('given Finland and Estonia as processes over Apache Kafka', () => {
  let network: ProcessNetwork;
  const log = (country: string) => new NodeLogBook(network, network.node(country));

  beforeAll(async () => {
    await createTopics(brokers, networkTopics());
    network = await startNodeProcesses({
      postgres: await existingPostgres(process.env['OOTS_TEST_POSTGRES'] ?? ''),
      kafka: { brokers, description: 'Apache Kafka' },
      profiles: [finland, estonia],
      name: 'kafka_kill',
    });
  }, 120_000);

  afterAll(async () => {
    await network.stop();
  }, 60_000);

  describe.each(['FI', 'EE'])('when node %s is killed and started again', (victim) => {
    it.each(MOMENTS)(
      '%i ms into an exchange, then the exchange settles once',
      async (moment) => {
        const finnish = new NodeClient(network.node('FI'));
        const { caseId, conversationId } = await finnish.openCase({
          procedure: 'V1',
          providerCountry: 'EE',
          subject: MARI,
          explicitRequest: false,
        });
        await new Promise((resolve) => setTimeout(resolve, moment));
        await network.kill(victim);
        await network.restart(victim);

        const settled: CaseView = await new NodeClient(network.node('FI')).caseThat(
          caseId,
          ({ state }) => state === 'ready',
          PATIENCE,
        );
        expect(settled.exchanges.map(({ state }) => state)).toEqual(['delivered', 'delivered']);

        await until(
          async () => [await log('FI').messagesOf(conversationId), await log('EE').messagesOf(conversationId)],
          (counts) => counts.every(({ sent, receipted }) => sent === receipted),
          PATIENCE,
          'the receipts of every message',
        );
        const entries = [
          ...(await log('FI').entriesOf(conversationId)),
          ...(await log('EE').entriesOf(conversationId)),
        ];
        for (const { exchangeId } of settled.exchanges) {
          const times = (type: string) =>
            entries.filter((entry) => entry.exchangeId === exchangeId && entry.type === type).length;
          expect({
            sent: times('request-sent'),
            answered: times('request-received'),
            released: times('evidence-released'),
            settled: times('response-received'),
          }).toEqual({ sent: 1, answered: 1, released: 1, settled: 1 });
        }
      },
      2 * PATIENCE,
    );

    it(
      'while it hears of the move, then the old address is closed once',
      async () => {
        const finnish = new NodeClient(network.node('FI'));
        const { caseId, conversationId } = await finnish.openCase({
          procedure: 'V1',
          providerCountry: 'EE',
          subject: MARI,
          explicitRequest: false,
        });
        await finnish.caseThat(caseId, ({ state }) => state === 'ready', PATIENCE);
        await finnish.decideCase(caseId, { movedOn: '2026-11-20', address: HELSINKI });
        await network.kill(victim);
        await network.restart(victim);

        const followUp = await until(
          () => log('EE').followUpOf(conversationId),
          (found) => found !== undefined,
          PATIENCE,
          'the case that follows the notification',
        );
        await new NodeClient(network.node('EE')).caseThat(
          followUp?.caseId ?? '',
          ({ state }) => state === 'decided',
          PATIENCE,
        );
        const closings = await log('EE').entriesOf(followUp?.conversationId ?? '');
        expect(closings.filter(({ type }) => type === 'register-updated')).toHaveLength(1);
      },
      3 * PATIENCE,
    );

    it('then its log verifies', async () => {
      const report = await log(victim).verify();

      expect(report).toMatchObject({ verified: true });
    });
  });
});
