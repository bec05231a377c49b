import type { FilledForm, UserAction } from './filled-form.js';

/** The person cannot do this with this field. */
export class ActionNotPossible extends Error {
  override readonly name = 'ActionNotPossible';
}

/**
 * Records what the person did with one pre-filled value. A changed value stands beside the evidence's, never in its place:
 * the officer sees both.
 *
 * @throws {ActionNotPossible} when the field has no value from evidence, or is locked against changes
 */
export function withUserAction(filled: FilledForm, name: string, userAction: UserAction): FilledForm {
  const field = filled.fields.find((candidate) => candidate.name === name);
  if (field?.state !== 'filled') throw new ActionNotPossible(`${name} is not filled from evidence`);
  if (userAction.action === 'changed' && field.editable !== 'yes') throw new ActionNotPossible(`${name} is locked`);
  return { ...filled, fields: filled.fields.map((other) => (other === field ? { ...field, userAction } : other)) };
}
