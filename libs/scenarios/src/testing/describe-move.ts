import type { Network } from '../network/network.js';
import { moveFromEstoniaToFinland } from '../stories/move-from-estonia-to-finland.js';
import type { MoveReport } from '../stories/move-report.js';

/** The move, told as tests, on whatever network the factory starts. */
export function describeMove<Started extends Network>(
  over: string,
  start: () => Promise<Started>,
  more: (played: () => { readonly network: Started; readonly report: MoveReport }) => void = () => undefined,
): void {
  describe(`given six nodes ${over}`, () => {
    let network: Started;
    let report: MoveReport;

    beforeAll(async () => {
      network = await start();
      report = await moveFromEstoniaToFinland.run(network, { step: () => undefined, detail: () => undefined });
    }, 180_000);

    afterAll(async () => {
      await network.stop();
    }, 60_000);

    describe('when Mari Tamm moves from Tallinn to Helsinki', () => {
      it('then everything is as told', () => {
        expect(report.checks.filter(({ holds }) => !holds)).toEqual([]);
        expect(report.asTold).toBe(true);
      });

      it('then three requests, three answers and one notification travelled, each receipted', () => {
        expect(report.messages).toEqual({
          FI: { sent: 4, received: 3, receipted: 4 },
          EE: { sent: 3, received: 4, receipted: 3 },
        });
      });

      it('then the form holds what the Estonian register says, and where it came from', () => {
        const fields = new Map(report.form?.fields.map((field) => [field.name, field]));

        expect(fields.get('familyName')).toMatchObject({
          state: 'filled',
          value: 'Tamm',
          sourcePath: '/subject/familyName',
        });
        expect(fields.get('previousTown')).toMatchObject({ state: 'filled', value: 'Tallinn', origin: 'evidence' });
        expect(fields.get('movedFromSince')).toMatchObject({
          state: 'filled',
          value: '2024-03-01',
          transform: 'date',
        });
        expect(fields.get('newStreet')).toMatchObject({ state: 'unfilled' });
      });

      it('then nothing left Estonia that was not asked for', () => {
        const { requestedAttributes, disclosedAttributes } = report.exchange ?? {};

        expect(disclosedAttributes).not.toHaveLength(0);
        for (const path of disclosedAttributes ?? []) {
          expect(requestedAttributes?.some((pattern) => path === pattern || path.startsWith(`${pattern}/`))).toBe(true);
        }
      });

      it('then both logs verify', () => {
        expect(report.auditVerified).toEqual({ FI: true, EE: true });
      });

      more(() => ({ network, report }));
    });
  });
}
