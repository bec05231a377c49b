import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import { NodeConfig } from '@oots/node';
import { textOf } from './workspace.js';

/** Name and default of each setting, as docs/settings.md states them. */
function documented(): Map<string, string> {
  const rows = [...textOf('docs/settings.md').matchAll(/^\| `([A-Z0-9_]+)` \|[^|]*\| ([^|]+) \|/gm)];
  return new Map(rows.map(([, name = '', value = '']) => [name, value.replaceAll('`', '').trim()]));
}

/** Name and default of each setting, as the class states them. */
function declared(): Map<string, string> {
  const defaults = new NodeConfig() as unknown as Readonly<Record<string, unknown>>;
  const rules = getMetadataStorage().getTargetValidationMetadatas(NodeConfig, '', false, false);
  const optional = new Set(rules.filter(({ name }) => name === 'isOptional').map(({ propertyName }) => propertyName));
  const absent = (name: string) => (optional.has(name) ? 'none' : 'required');
  return new Map(
    [...new Set(rules.map(({ propertyName }) => propertyName))].map((name) => [
      name,
      name in defaults ? String(defaults[name]) : absent(name),
    ]),
  );
}

describe('docs/settings.md', () => {
  it('lists every setting of a node with its default, and no other', () => {
    const inOrder = (settings: Map<string, string>) => [...settings].sort(([one], [other]) => one.localeCompare(other));

    expect(inOrder(documented())).toEqual(inOrder(declared()));
    expect(documented().size).toBeGreaterThan(10);
  });
});
