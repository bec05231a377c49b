import type { Address, AddressLines } from '../address.js';
import { present } from '../xml/present.js';
import { childText, requiredText } from '../xml/schema-violation.js';
import type { PrefixedName } from '../xml/namespaces.js';
import type { XmlElement } from '../xml/xml-element.js';
import { element, optionalText, textElement, type Markup } from '../xml/xml-writer.js';

export function writeAddress(name: PrefixedName, address: Address): Markup {
  return element(
    name,
    {},
    optionalText('sdg:FullAddress', address.fullAddress),
    optionalText('sdg:LocatorDesignator', address.locatorDesignator),
    optionalText('sdg:PostCode', address.postCode),
    optionalText('sdg:PostCityName', address.postCityName),
    optionalText('sdg:Thoroughfare', address.thoroughfare),
    textElement('sdg:AdminUnitLevel1', address.country),
    optionalText('sdg:AdminUnitLevel2', address.region),
  );
}

export function readAddressLines(address: XmlElement): AddressLines {
  return present({
    fullAddress: childText(address, 'sdg:FullAddress'),
    locatorDesignator: childText(address, 'sdg:LocatorDesignator'),
    postCode: childText(address, 'sdg:PostCode'),
    postCityName: childText(address, 'sdg:PostCityName'),
    thoroughfare: childText(address, 'sdg:Thoroughfare'),
  });
}

/** @throws {SchemaViolation} when the country is missing */
export function readAddress(address: XmlElement): Address {
  return {
    ...readAddressLines(address),
    country: requiredText(address, 'sdg:AdminUnitLevel1'),
    ...present({ region: childText(address, 'sdg:AdminUnitLevel2') }),
  };
}
