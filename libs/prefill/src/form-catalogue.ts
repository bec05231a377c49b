import type { FormDefinition } from './form/form-definition.js';
import type { MappingTable } from './mapping/mapping-table.js';

/** @returns the form and everything that can fill it; undefined when there is no such form */
export declare function formOf(
  identifier: string,
): { readonly definition: FormDefinition; readonly mappings: readonly MappingTable[] } | undefined;
