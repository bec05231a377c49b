import type { LogProblem } from '@oots/audit';
import type { ExchangeView } from '@oots/node';
import type { FilledForm } from '@oots/prefill';
import type { MessageCount } from '../log/node-log-book.js';
import type { TimelineEvent } from '../log/timeline.js';
import type { Check } from './story.js';

/** What recomputing one node's log found. */
export interface LogVerdict {
  readonly entries: number;
  readonly treeSize: number;
  readonly rootHash: string;
  readonly verified: boolean;
  readonly firstProblem?: LogProblem;
}

/** The move as it happened: one object, for machines and for the terminal. Holds the invented person's form. */
export interface MoveReport {
  readonly story: 'move';
  readonly mode: 'background-law';
  readonly transport: string;
  readonly database: string;
  readonly caseId: string;
  readonly conversationId: string;
  /** The residence exchange, Finland asking Estonia. */
  readonly exchange: ExchangeView | null;
  readonly exchanges: readonly ExchangeView[];
  /** Estonia asking Finland after the notification. */
  readonly counterNotification: {
    readonly caseId: string | null;
    readonly state: string | null;
    readonly exchange: ExchangeView | null;
  };
  /** Of both conversations together. */
  readonly messages: { readonly FI: MessageCount; readonly EE: MessageCount };
  readonly form: FilledForm | null;
  readonly audit: { readonly FI: LogVerdict; readonly EE: LogVerdict };
  readonly auditVerified: { readonly FI: boolean; readonly EE: boolean };
  readonly timeline: readonly TimelineEvent[];
  readonly checks: readonly Check[];
  readonly asTold: boolean;
}
