/** The free lines of an address. Of a person they are personal data. */
export interface AddressLines {
  readonly fullAddress?: string;
  /** House number; one character suffices. */
  readonly locatorDesignator?: string;
  readonly postCode?: string;
  readonly postCityName?: string;
  readonly thoroughfare?: string;
}

/** `sdg:AddressType`. */
export interface Address extends AddressLines {
  /** `AdminUnitLevel1`, code of the CountryIdentificationCode list. */
  readonly country: string;
  /** `AdminUnitLevel2`, NUTS code. */
  readonly region?: string;
}
