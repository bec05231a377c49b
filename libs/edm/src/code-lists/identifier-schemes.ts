import { codeList } from './code-list.js';
import { OOTS_COUNTRIES } from './countries.js';

/** Electronic Address Scheme codes. FI 0037, 0212, 0213, 0216; EE 0191, 9931; SE 0007, 9955; NO 0192; LV 9939; LT 0200, 9937. */
export const EAS_CODES = codeList(
  'EAS',
  `0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0170 0183 0184 0188
   0190 0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209 0210 0211 0212 0213 0215 0216
   9901 9906 9907 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 9929
   9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949
   9950 9951 9952 9953 9955 9957 AN AQ AS AU EM`,
);

/** Schemes of a legal person's further identifiers. */
export const LEGAL_IDENTIFIER_SCHEMES = codeList('IdentifierSchemes', 'VAT TAX BusinessCode LEI EORI SEED SIC');

const EAS = 'urn:cef.eu:names:identifier:EAS:';
const UNREGISTERED = 'urn:oasis:names:tc:ebcore:partyid-type:unregistered:';

/** @returns whether the scheme is one of the Electronic Address Schemes: the only form that 1.0 knows */
export function isElectronicAddressScheme(scheme: string): boolean {
  return scheme.startsWith(EAS) && EAS_CODES.has(scheme.slice(EAS.length));
}

/** @returns whether the scheme is one of the two forms in which organisations are identified. @see R-EDM-REQ-C012 */
export function isOrganisationScheme(scheme: string): boolean {
  if (isElectronicAddressScheme(scheme)) return true;
  if (!scheme.startsWith(UNREGISTERED)) return false;
  const country = scheme.slice(UNREGISTERED.length);
  return country === 'oots' || OOTS_COUNTRIES.has(country);
}
