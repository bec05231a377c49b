import { codeList } from './code-list.js';

/** Formats that carry a data model. */
export const STRUCTURED_MEDIA_TYPES = codeList('OOTSMediaTypes, structured', 'application/json application/xml');

/** Formats in which evidence travels. */
export const MEDIA_TYPES = codeList(
  'OOTSMediaTypes',
  'application/json application/xml application/pdf image/jpeg image/png image/svg+xml',
);
