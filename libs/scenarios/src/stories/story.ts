import type { Network } from '../network/network.js';

/** Follows a story while it happens. */
export interface Narrator {
  /** A step begins. */
  step(title: string, lookAt: string): void;
  /** Something worth seeing in this step. */
  detail(line: string): void;
}

export const SILENT: Narrator = { step: () => undefined, detail: () => undefined };

/** One thing that the story says and that was looked up afterwards, in the nodes' own records. */
export interface Check {
  readonly what: string;
  readonly holds: boolean;
}

/** A life event across a border, played on a running network and checked. */
export interface Story<Report extends { readonly checks: readonly Check[] }> {
  /** What a person types. */
  readonly name: string;
  readonly title: string;
  readonly countries: readonly string[];
  run(network: Network, narrator: Narrator): Promise<Report>;
}

export function asTold(checks: readonly Check[]): boolean {
  return checks.every(({ holds }) => holds);
}
