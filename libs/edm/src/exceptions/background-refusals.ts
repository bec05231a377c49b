/** Reasons of the background profile; they travel in the `detail` of an official exception. */
export const BACKGROUND_REFUSALS = Object.freeze({
  /** Consent missing, withdrawn, expired or for something else. EDM:ERR:0002 */
  consent: 'EDM-BG:ERR:0001',
  /** Legal basis not accepted for this evidence. EDM:ERR:0002 */
  legalBasis: 'EDM-BG:ERR:0002',
  /** Purpose not permitted for this requester. EDM:ERR:0002 */
  purpose: 'EDM-BG:ERR:0003',
  /** The person objected or the data are blocked: which of the two is not told. EDM:ERR:0002 */
  objection: 'EDM-BG:ERR:0004',
  /** Subscriptions are not offered. EDM:ERR:0007 */
  subscriptionsNotOffered: 'EDM-BG:ERR:0005',
  /** The subscription is unknown or has ended. EDM:ERR:0006 */
  subscriptionUnknown: 'EDM-BG:ERR:0006',
  /** The requested attributes cannot be isolated. EDM:ERR:0007 */
  attributesNotIsolable: 'EDM-BG:ERR:0007',
  /** The slots of the profile break its rules. EDM:ERR:0003 */
  malformed: 'EDM-BG:ERR:0008',
});
