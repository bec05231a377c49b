import type { FormDefinition } from './form/form-definition.js';
import { familyToFiMoveNotice, residenceToFiMoveNotice } from './forms/fi-move-notice.mapping.js';
import { fiMoveNotice } from './forms/fi-move-notice.js';
import type { MappingTable } from './mapping/mapping-table.js';

/** A form and everything that can fill it. */
export interface CataloguedForm {
  readonly definition: FormDefinition;
  readonly mappings: readonly MappingTable[];
}

export const FORMS: readonly CataloguedForm[] = [
  { definition: fiMoveNotice, mappings: [residenceToFiMoveNotice, familyToFiMoveNotice] },
];

/** @returns undefined when there is no such form: so far there is one, gap G-20 */
export function formOf(identifier: string): CataloguedForm | undefined {
  return FORMS.find(({ definition }) => definition.identifier === identifier);
}
