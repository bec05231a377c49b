import type { AuditEntry } from '@oots/audit';
import type { ExchangeView } from '@oots/node';
import type { Network } from '../network/network.js';
import { NodeClient, NodeRefusal } from '../network/node-client.js';
import type { PlannedCell } from './matrix-cell.js';
import type { NodeRecords } from './node-records.js';

/**
 * Holds one exchange against its cell: what both nodes say of it over HTTP, what they logged, and what travelled.
 *
 * @returns what does not hold; nothing when the cell passed
 */
export async function judgeCell(
  cell: PlannedCell,
  exchange: ExchangeView,
  network: Network,
  records: NodeRecords,
): Promise<readonly string[]> {
  const { exchangeId, conversationId, usageReference } = exchange;
  const [asked, answered, versions] = await Promise.all([
    records.entriesOf(cell.requester, conversationId, exchangeId),
    records.entriesOf(cell.provider, conversationId, exchangeId),
    records.versionsReceived(cell.provider, exchangeId),
  ]);
  const released = answered.find(({ type }) => type === 'evidence-released');
  const used = asked.find(({ type }) => type === 'response-received');
  return unmet([
    [`the exchange is ${exchange.state}${codeOf(exchange)}`, exchange.state === 'delivered'],
    [`the node chose ${exchange.mode}`, exchange.mode === cell.mode],
    [`the requests announced ${[...versions].join(' and ')}`, [...versions].join() === cell.specification],
    ['the provider does not know it as released', await isReleased(cell, exchange, network)],
    ['the release is not in the log of the provider', released !== undefined],
    ['the receipt is not in the log of the requester', used !== undefined],
    ['the two logs name different uses', sameUse(released, used)],
    [
      'the release was logged after its use',
      released === undefined || used === undefined || released.time <= used.time,
    ],
    ['nothing was disclosed', (exchange.disclosedAttributes ?? []).length > 0],
    ['the case does not name the use', cell.mode === 'interactive' || usageReference === released?.usageReference],
  ]);
}

async function isReleased(cell: PlannedCell, exchange: ExchangeView, network: Network): Promise<boolean> {
  try {
    const { asProvider = [] } = await new NodeClient(network.node(cell.provider)).exchange(exchange.exchangeId);
    return asProvider.some(
      ({ requestId, outcome, requester }) =>
        requestId === exchange.requestId && outcome === 'released' && requester === cell.requester,
    );
  } catch (error) {
    if (error instanceof NodeRefusal && error.status === 404) return false;
    throw error;
  }
}

/** The usage reference travels in the background profile only; in plain 2.0 each side keeps its own. */
function sameUse(released: AuditEntry | undefined, used: AuditEntry | undefined): boolean {
  return used?.usageReference === undefined || used.usageReference === released?.usageReference;
}

function codeOf({ error }: ExchangeView): string {
  return error === null ? '' : ` (${[error.code, error.detail].filter(Boolean).join(' ')})`;
}

function unmet(demands: readonly (readonly [problem: string, holds: boolean])[]): readonly string[] {
  return demands.filter(([, holds]) => !holds).map(([problem]) => problem);
}
