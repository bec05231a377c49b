import type { PolicyDecision } from '../policy/policy-decision.js';

/** The text that a person was shown or sent, and how a request names it. */
export interface RenderedNotice {
  /** Identifier with version, `residence-move-by-law-1`. */
  readonly identifier: string;
  /** Upper-case two-letter code. */
  readonly language: string;
  readonly text: string;
  /** `sha256:` + hex of the UTF-8 text. */
  readonly digest: string;
}

/** What a notice says beyond the decision: names in the language of the notice, as far as there are any. */
export interface NoticeFacts {
  readonly requesterName: string;
  readonly providerName: string;
}

export declare class NoticeCatalogue {
  /** Falls back to English where the notice has no text in the language. */
  render(decision: PolicyDecision, language: string, facts: NoticeFacts): RenderedNotice;
}

/** @param text the YAML of a notice catalogue */
export declare function readNoticeCatalogue(text: string): NoticeCatalogue;
