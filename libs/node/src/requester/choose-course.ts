import type { ExchangeMode, PolicyDecision } from '@oots/consent';
import { type DataService, negotiateProfile } from '@oots/directory';
import { EDM_2_0, EDM_BACKGROUND_0_1, type SpecificationId } from '@oots/edm';
import type { Fallback } from '../exchange/exchange.entity.js';

/** How a request goes out, and how once more if the provider turns out not to speak its specification. */
export interface Course {
  readonly specification: SpecificationId;
  readonly mode: ExchangeMode;
  readonly fallback: Fallback | null;
}

/**
 * Chooses from what the directory announces and the policy allows, never by guessing: the background profile; else plain 2.0
 * without preview; else plain 2.0 with a person who asked and looks.
 *
 * @param explicitRequest whether the person asked for the evidence, without which no interactive exchange follows a background one
 * @returns undefined when nothing is left: refuse before sending
 * @see background-exchange 5
 */
export function chooseCourse(
  { conformsTo }: Pick<DataService, 'conformsTo'>,
  { mode, otherwise }: Pick<PolicyDecision, 'mode' | 'otherwise'>,
  explicitRequest: boolean,
): Course | undefined {
  const plain = conformsTo.includes(EDM_2_0);
  const interactive: Course = { specification: EDM_2_0, mode: 'interactive', fallback: null };
  if (mode === 'interactive') return plain ? interactive : undefined;

  const fallback = otherwise === 'plain-without-preview' || explicitRequest ? otherwise : null;
  const negotiated = negotiateProfile({ conformsTo }, { plainWithoutPreview: otherwise === 'plain-without-preview' });
  switch (negotiated?.profile) {
    case 'B':
      return { specification: EDM_BACKGROUND_0_1, mode, fallback: plain ? fallback : null };
    case 'A':
      return { specification: EDM_2_0, mode, fallback: null };
    case 'interactive':
      return explicitRequest ? interactive : undefined;
    case undefined:
      return undefined;
  }
}
