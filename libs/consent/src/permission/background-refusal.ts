/** Why a background request is declined, apart from what plain OOTS already has a code for. */
export type BackgroundRefusalReason =
  | 'consent-not-valid'
  | 'legal-basis-not-accepted'
  | 'purpose-not-permitted'
  | 'objected-or-blocked'
  | 'attributes-not-isolable';

/** How a refusal reads on the wire: an official exception, the precise reason in its detail. @see background-exchange 5.3 */
export interface BackgroundRefusal {
  /** EDM exception code. */
  readonly code: string;
  /** Goes to `detail`: an unaware requester sees an ordinary error. */
  readonly detail: string;
}

export const BACKGROUND_REFUSALS: Readonly<Record<BackgroundRefusalReason, BackgroundRefusal>> = {
  'consent-not-valid': { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0001' },
  'legal-basis-not-accepted': { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0002' },
  'purpose-not-permitted': { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0003' },
  'objected-or-blocked': { code: 'EDM:ERR:0002', detail: 'EDM-BG:ERR:0004' },
  'attributes-not-isolable': { code: 'EDM:ERR:0007', detail: 'EDM-BG:ERR:0007' },
};
