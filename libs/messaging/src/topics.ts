/** Topics of one country's access point. */
export interface AccessPointTopics {
  /** User messages. */
  readonly inbox: string;
  /** Receipts for what the access point sent. */
  readonly signals: string;
  /** Messages that the access point could not handle. */
  readonly parked: string;
}

/** @param country code of the OOTS country list */
export function topicsOf(country: string): AccessPointTopics {
  const prefix = `edelivery.${country.toLowerCase()}`;
  return { inbox: `${prefix}.inbox`, signals: `${prefix}.signals`, parked: `${prefix}.parked` };
}
