import type { FormDefinition } from '../form/form-definition.js';
import type { MappingTable } from '../mapping/mapping-table.js';
import type { FilledForm } from './filled-form.js';
import type { PrefillSource } from './prefill-source.js';

export declare function prefill(
  form: FormDefinition,
  mappings: readonly MappingTable[],
  sources: readonly PrefillSource[],
): FilledForm;
