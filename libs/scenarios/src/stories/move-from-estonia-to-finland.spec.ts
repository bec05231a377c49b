import { type SecondJudge, secondJudge } from '@oots/edm/testing';
import { findPostgres, type PostgresServer } from '@oots/postgres-engine';
import { startNetwork } from '../network/start-network.js';
import { describeMove } from '../testing/describe-move.js';
import { sentMessages } from '../testing/sent-messages.js';

let postgres: PostgresServer;

describeMove(
  'in one process over memory',
  async () => {
    postgres = await findPostgres({}, { durable: false });
    return startNetwork({ postgres });
  },
  (played) => {
    const judge = secondJudge();
    const judging = judge === undefined ? it.skip : it;

    judging(
      'then every message passes the schemas and the Schematron files (skipped without the artefacts)',
      async () => {
        const messages = await sentMessages(played().network);
        const objections = messages.flatMap(({ action, header, body }) =>
          [header, body].flatMap((document) =>
            (judge as SecondJudge).objections(document).map(({ rule, message }) => `${action} ${rule} ${message}`),
          ),
        );

        expect(messages).toHaveLength(7);
        expect(objections).toEqual([]);
      },
    );
  },
);

afterAll(async () => {
  await postgres.stop();
});
