import type { CaseView, ExchangeView } from '@oots/node';
import type { Network } from '../network/network.js';
import { NodeClient, NodeRefusal, NotInTime } from '../network/node-client.js';
import { acceptPreview, PreviewBroken } from './accept-preview.js';
import type { SignInIdentity } from './inhabitants.js';
import { judgeCell } from './judge-cell.js';
import type { PlannedCell, TriedCell } from './matrix-cell.js';
import type { NodeRecords } from './node-records.js';
import type { PlannedCase } from './plan-cases.js';

/** Where a person would come back to after a preview. Nobody is there. */
const RETURN_LOCATION = 'https://portal.oots.example/return';

/** Opens one case on the network, sees it through to its end over HTTP, and judges its cells. */
export class PlayCase {
  /** @param patience milliseconds that each step of a case may take */
  constructor(
    private readonly network: Network,
    private readonly records: NodeRecords,
    private readonly patience: number,
  ) {}

  async run(planned: PlannedCase): Promise<readonly TriedCell[]> {
    try {
      const view = await this.seeThrough(planned);
      return await Promise.all(planned.cells.map((cell) => this.judged(cell, view)));
    } catch (error) {
      // A case that cannot be played fails its cells; whatever else goes wrong is a defect of the matrix.
      if (!(error instanceof NodeRefusal || error instanceof NotInTime || error instanceof PreviewBroken)) throw error;
      return planned.cells.map((cell) => failed(cell, error.message));
    }
  }

  private async seeThrough({
    requester,
    provider,
    procedure,
    subject,
    signsIn,
    cells,
  }: PlannedCase): Promise<CaseView> {
    const client = new NodeClient(this.network.node(requester));
    const { caseId } = await client.openCase({
      procedure,
      providerCountry: provider,
      subject,
      explicitRequest: cells.some(({ mode }) => mode === 'interactive'),
      language: 'EN',
      evidenceTypes: [...new Set(cells.map(({ evidenceType }) => evidenceType))],
    });
    const answered = await client.caseThat(caseId, nothingIsUnderWay, this.patience);
    const previews = answered.exchanges.filter(({ state }) => state === 'preview-required');
    await Promise.all(previews.map((exchange) => this.look(exchange, client, provider, signsIn)));
    return client.caseThat(caseId, ({ state }) => state !== 'collecting', this.patience);
  }

  private async look(
    { exchangeId }: ExchangeView,
    client: NodeClient,
    provider: string,
    person: SignInIdentity,
  ): Promise<void> {
    const { previewLocation } = await client.continuePreview(exchangeId, RETURN_LOCATION);
    const link = { previewLocation, returnLocation: RETURN_LOCATION };
    await acceptPreview(this.network.node(provider), link, person, this.patience);
  }

  private async judged(cell: PlannedCell, view: CaseView): Promise<TriedCell> {
    const exchange = view.exchanges.find(({ evidenceType }) => evidenceType === cell.evidenceType);
    if (exchange === undefined) return failed(cell, `the node did not ask for ${cell.evidenceType}`);
    const problems = await judgeCell(cell, exchange, this.network, this.records);
    const { exchangeId, conversationId, openedAt, settledAt } = exchange;
    return {
      ...cell,
      outcome: problems.length === 0 ? 'passed' : 'failed',
      problems,
      // Over HTTP instants arrive as text.
      milliseconds: settledAt === null ? null : Number(new Date(settledAt)) - Number(new Date(openedAt)),
      conversationId,
      exchangeId,
    };
  }
}

function nothingIsUnderWay({ exchanges }: CaseView): boolean {
  return exchanges.every(({ state }) => state !== 'requested');
}

function failed(cell: PlannedCell, problem: string): TriedCell {
  return {
    ...cell,
    outcome: 'failed',
    problems: [problem],
    milliseconds: null,
    conversationId: null,
    exchangeId: null,
  };
}
