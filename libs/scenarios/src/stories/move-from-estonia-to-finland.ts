import type { AuditEntry } from '@oots/audit';
import type { CaseView, ExchangeView } from '@oots/node';
import type { FilledForm } from '@oots/prefill';
import { NodeLogBook } from '../log/node-log-book.js';
import { timeline } from '../log/timeline.js';
import type { Network } from '../network/network.js';
import { NodeClient, until } from '../network/node-client.js';
import type { LogVerdict, MoveReport } from './move-report.js';
import { type Check, type Narrator, SILENT, type Story } from './story.js';

/** Milliseconds in which background exchange on one machine ends, with room for a restart of a node. */
const PATIENCE = 60_000;

const MARI = {
  eidasIdentifier: 'EE/FI/60001019906',
  familyName: 'Tamm',
  givenName: 'Mari',
  dateOfBirth: '2000-01-01',
  levelOfAssurance: 'High',
};

const HELSINKI = {
  fullAddress: 'Mannerheimintie 1 A 2, 00100 Helsinki',
  thoroughfare: 'Mannerheimintie',
  locatorDesignator: '1 A 2',
  postCode: '00100',
  postName: 'Helsinki',
  adminUnitL1: 'FI',
  adminUnitL2: 'FI1B1',
};

const MOVED_ON = '2026-11-20';

/** UC1, background by law: Mari Tamm moves from Tallinn to Helsinki, and both population registers know. */
export const moveFromEstoniaToFinland: Story<MoveReport> = {
  name: 'move',
  title: 'Mari Tamm moves from Tallinn to Helsinki',
  countries: ['FI', 'EE'],

  async run(network: Network, narrator: Narrator = SILENT): Promise<MoveReport> {
    const finland = new NodeClient(network.node('FI'));
    const estonia = new NodeClient(network.node('EE'));
    const logs = { FI: new NodeLogBook(network, network.node('FI')), EE: new NodeLogBook(network, network.node('EE')) };

    narrator.step(
      'A case handler at DVV in Helsinki opens a move notice',
      'the answer comes at once, the evidence does not',
    );
    const opened = await finland.openCase({
      procedure: 'V1',
      providerCountry: 'EE',
      subject: MARI,
      explicitRequest: false,
      language: 'EN',
    });
    narrator.detail(`case ${opened.caseId}`);
    narrator.detail(`conversation ${opened.conversationId}`);
    for (const { exchangeId, evidenceType, mode } of opened.exchanges) {
      narrator.detail(`asked for ${evidenceType}, ${mode}, exchange ${exchangeId}`);
    }
    narrator.detail(`notice ${opened.notice.identifier}, ${opened.notice.digest.slice(0, 23)}…`);

    narrator.step(
      'The Estonian population register answers in the background',
      'nobody is asked to click; only permitted fields leave',
    );
    const ready = await finland.caseThat(opened.caseId, ({ state }) => state !== 'collecting', PATIENCE);
    for (const exchange of ready.exchanges) narrator.detail(described(exchange));

    narrator.step('The move notice is pre-filled', 'every field names its source');
    if (ready.form !== undefined) for (const line of filledLines(ready.form)) narrator.detail(line);

    narrator.step('The case handler accepts the move', 'Finland registers the new home and tells Estonia to ask');
    await finland.decideCase(opened.caseId, { movedOn: MOVED_ON, address: HELSINKI });
    narrator.detail('a notification left for Estonia: opaque identifiers, no personal data');

    narrator.step('Estonia asks Finland, and closes the old address', 'the same rules in the other direction');
    const followUp = await until(
      () => logs.EE.followUpOf(opened.conversationId),
      (found) => found !== undefined,
      PATIENCE,
      'the case that follows the notification',
    );
    const closed =
      followUp && (await estonia.caseThat(followUp.caseId, ({ state }) => state !== 'collecting', PATIENCE));
    for (const exchange of closed?.exchanges ?? []) narrator.detail(described(exchange));

    narrator.step('Both logs are recomputed from their tables', 'each entry is in a tree whose head the node signed');
    const conversations = [opened.conversationId, ...(followUp === undefined ? [] : [followUp.conversationId])];
    await receiptsSettled(logs, conversations);
    const verdicts = { FI: await verdictOf(logs.FI), EE: await verdictOf(logs.EE) };
    for (const [country, verdict] of Object.entries(verdicts)) {
      narrator.detail(
        `${country}: ${verdict.entries} entries, root ${verdict.rootHash.slice(0, 16)}…, ${verdict.verified ? 'verified' : 'DAMAGED'}`,
      );
    }
    return report({ network, ready, closed, logs, verdicts, conversations });
  },
};

interface Played {
  readonly network: Network;
  readonly ready: CaseView;
  readonly closed: CaseView | undefined;
  readonly logs: { readonly FI: NodeLogBook; readonly EE: NodeLogBook };
  readonly verdicts: { readonly FI: LogVerdict; readonly EE: LogVerdict };
  readonly conversations: readonly string[];
}

async function report({ network, ready, closed, logs, verdicts, conversations }: Played): Promise<MoveReport> {
  const entries: AuditEntry[] = [];
  const messages = { FI: { sent: 0, received: 0, receipted: 0 }, EE: { sent: 0, received: 0, receipted: 0 } };
  for (const conversation of conversations) {
    for (const country of ['FI', 'EE'] as const) {
      entries.push(...(await logs[country].entriesOf(conversation)));
      const { sent, received, receipted } = await logs[country].messagesOf(conversation);
      const sum = messages[country];
      messages[country] = {
        sent: sum.sent + sent,
        received: sum.received + received,
        receipted: sum.receipted + receipted,
      };
    }
  }
  const residence = ready.exchanges.find(({ evidenceType }) => evidenceType === 'residence');
  const back = closed?.exchanges.find(({ evidenceType }) => evidenceType === 'residence');
  const checks = checksOf({ ready, closed, residence, back, entries, messages, verdicts });
  return {
    story: 'move',
    mode: 'background-law',
    transport: network.transport,
    database: network.database,
    caseId: ready.caseId,
    conversationId: ready.conversationId,
    exchange: residence ?? null,
    exchanges: ready.exchanges,
    counterNotification: { caseId: closed?.caseId ?? null, state: closed?.state ?? null, exchange: back ?? null },
    messages,
    form: ready.form ?? null,
    audit: verdicts,
    auditVerified: { FI: verdicts.FI.verified, EE: verdicts.EE.verified },
    timeline: timeline(entries),
    checks,
    asTold: checks.every(({ holds }) => holds),
  };
}

interface Findings extends Pick<Played, 'ready' | 'closed' | 'verdicts'> {
  readonly residence: ExchangeView | undefined;
  readonly back: ExchangeView | undefined;
  readonly entries: readonly AuditEntry[];
  readonly messages: MoveReport['messages'];
}

function checksOf({ ready, closed, residence, back, entries, messages, verdicts }: Findings): readonly Check[] {
  const has = (country: string, type: string, is: (entry: AuditEntry) => boolean = () => true) =>
    entries.some((entry) => entry.nodeId === country && entry.type === type && is(entry));
  const reference = residence?.usageReference;
  const field = (name: string) => ready.form?.fields.find((candidate) => candidate.name === name);
  const filled = (ready.form?.fields ?? []).filter(({ state }) => state === 'filled');
  return [
    { what: 'the residence exchange was delivered', holds: residence?.state === 'delivered' },
    { what: 'it ran in the background on a law', holds: residence?.mode === 'background-law' },
    {
      what: 'every other exchange of the case ended',
      holds: ready.exchanges.every(({ settledAt }) => settledAt !== null),
    },
    {
      what: 'Estonia logged the release before Finland used it, under one usage reference',
      holds:
        reference != null &&
        has('EE', 'evidence-released', (entry) => entry.usageReference === reference) &&
        has('FI', 'response-received', (entry) => entry.usageReference === reference),
    },
    {
      what: 'every pre-filled field names provider, evidence and path',
      holds:
        filled.length > 0 &&
        filled.every((one) => one.state === 'filled' && one.provider !== '' && one.sourcePath.startsWith('/')),
    },
    {
      what: 'the previous address is the one of the Estonian register',
      holds: JSON.stringify(field('previousAddress') ?? field('previousStreet') ?? '').includes('Sadama'),
    },
    { what: 'Finland recorded the move', holds: has('FI', 'register-updated') },
    {
      what: 'Finland told Estonia, and Estonia took it',
      holds: has('FI', 'notification-sent') && has('EE', 'notification-received'),
    },
    { what: 'Estonia fetched the new residence', holds: back?.state === 'delivered' },
    { what: 'Estonia closed the old address', holds: closed?.state === 'decided' && has('EE', 'register-updated') },
    {
      what: 'what one side sent the other received, and said so',
      holds:
        messages.FI.sent === messages.EE.received &&
        messages.EE.sent === messages.FI.received &&
        messages.FI.sent === messages.FI.receipted &&
        messages.EE.sent === messages.EE.receipted,
    },
    { what: "Finland's log verifies", holds: verdicts.FI.verified },
    { what: "Estonia's log verifies", holds: verdicts.EE.verified },
  ];
}

/** Receipts come after the answers: a case may be ready before the last of them is stored. */
async function receiptsSettled(logs: Played['logs'], conversations: readonly string[]): Promise<void> {
  for (const conversation of conversations) {
    for (const log of [logs.FI, logs.EE]) {
      await until(
        () => log.messagesOf(conversation),
        ({ sent, receipted }) => sent === receipted,
        PATIENCE,
        'the receipts of every message',
      );
    }
  }
}

/** Entries are sealed in batches; the verdict is on a log with none left outside the tree. */
async function verdictOf(log: NodeLogBook): Promise<LogVerdict> {
  const verification = await until(
    () => log.verify(),
    ({ unsealed, verified }) => unsealed === 0 || !verified,
    PATIENCE,
    'the sealing of the log',
  );
  const { entries, treeSize, rootHash, verified, firstProblem } = verification;
  return { entries, treeSize, rootHash, verified, ...(firstProblem && { firstProblem }) };
}

function described({
  evidenceType,
  state,
  provider,
  disclosedAttributes,
  usageReference,
  error,
}: ExchangeView): string {
  const outcome = error === null ? '' : ` (${error.code})`;
  const fields = disclosedAttributes === null ? '' : `, ${disclosedAttributes.length} values`;
  const usage = usageReference === null ? '' : `, usage reference ${usageReference}`;
  return `${evidenceType}: ${state}${outcome} by ${provider.name}${fields}${usage}`;
}

function filledLines(form: FilledForm): readonly string[] {
  return form.fields.map((field) => {
    switch (field.state) {
      case 'filled':
        return `${field.name} = ${shown(field.value)}   from ${field.sourcePath}, ${field.provider}`;
      case 'unfilled':
        return `${field.name}   left to the person: ${field.explanation}`;
      case 'conflict':
        return `${field.name}   two sources disagree, the person decides`;
    }
  });
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : `${Array.isArray(value) ? value.length : 0} rows`;
}
