import { EVIDENCE_MODELS, type EvidenceModelName } from './evidence-model.js';
import { pointerOf, segmentsOf } from './paths.js';

/** One field of an evidence model, as permissions, consents, forms and notices speak of it. */
export interface CatalogueField {
  /** JSON Pointer in which `*` stands for the elements of a list: the pattern a permission would name. */
  readonly path: string;
  /** In English. */
  readonly label: string;
  /** Labels of the groups above, outermost first. */
  readonly groups: readonly string[];
  readonly type: 'text' | 'date' | 'code' | 'decimal' | 'integer' | 'boolean';
  /** Of the field within its parent; that of a list is on its elements, `0..*`. */
  readonly cardinality: '0..1' | '1..1' | '0..*' | '1..*';
  readonly codeList?: string;
  readonly note?: string;
  /** True when the value tells something about an identified natural person. */
  readonly personal: boolean;
}

/** The parts of a schema the catalogue reads. */
interface SchemaNode {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly minItems?: number;
  readonly 'x-personal'?: boolean;
  readonly 'x-code-list'?: string;
}

const catalogues = new Map<EvidenceModelName, readonly CatalogueField[]>();

/** @returns every field of a model, in the order of the model */
export function fieldCatalogueOf(name: EvidenceModelName): readonly CatalogueField[] {
  const known = catalogues.get(name);
  if (known) return known;
  const catalogue = Object.freeze(fieldsOf(EVIDENCE_MODELS[name].body as SchemaNode, [], [], '1..1'));
  catalogues.set(name, catalogue);
  return catalogue;
}

function fieldsOf(
  node: SchemaNode,
  at: readonly string[],
  groups: readonly string[],
  cardinality: CatalogueField['cardinality'],
): CatalogueField[] {
  if (node.properties) {
    const inside = at.length === 0 || node.title === undefined ? groups : [...groups, node.title];
    return Object.entries(node.properties).flatMap(([name, child]) =>
      fieldsOf(child, [...at, name], inside, node.required?.includes(name) ? '1..1' : '0..1'),
    );
  }
  if (node.items) {
    const some = cardinality === '1..1' && (node.minItems ?? 0) > 0;
    return fieldsOf(node.items, [...at, '*'], groups, some ? '1..*' : '0..*');
  }
  return [
    {
      path: pointerOf(at),
      label: node.title ?? at.at(-1) ?? '',
      groups,
      type: typeOf(node),
      cardinality,
      ...(node['x-code-list'] === undefined ? {} : { codeList: node['x-code-list'] }),
      ...(node.description === undefined ? {} : { note: node.description }),
      personal: node['x-personal'] ?? false,
    },
  ];
}

function typeOf(node: SchemaNode): CatalogueField['type'] {
  if (node['x-code-list'] !== undefined) return 'code';
  if (node.type === 'number') return 'decimal';
  if (node.type === 'integer' || node.type === 'boolean') return node.type;
  return node.format === 'date' || node.pattern?.startsWith('^[0-9]{4}(-') ? 'date' : 'text';
}

/**
 * Whether the model has anything at or below a pattern: what a request may ask for.
 *
 * @param pattern JSON Pointer with `*` or list indexes
 * @throws {SyntaxError} when it is no pointer
 */
export function modelKnows(name: EvidenceModelName, pattern: string): boolean {
  const asked = segmentsOf(pattern);
  return fieldCatalogueOf(name).some(({ path }) => {
    const known = segmentsOf(path);
    return asked.length <= known.length && asked.every((segment, depth) => means(segment, known[depth]));
  });
}

/** @returns the field a concrete pointer leads to */
export function fieldAt(name: EvidenceModelName, path: string): CatalogueField | undefined {
  const asked = segmentsOf(path);
  return fieldCatalogueOf(name).find((field) => {
    const known = segmentsOf(field.path);
    return asked.length === known.length && asked.every((segment, depth) => means(segment, known[depth]));
  });
}

function means(segment: string, known: string | undefined): boolean {
  return segment === known || segment === '*' || (known === '*' && /^(0|[1-9][0-9]*)$/.test(segment));
}
