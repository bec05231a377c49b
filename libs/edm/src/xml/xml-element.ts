import { expand, expandedName, type PrefixedName } from './namespaces.js';

/** An attribute by its expanded name. */
export interface XmlAttribute {
  readonly expandedName: string;
  readonly value: string;
}

/** What an element is made from. */
export interface ElementContent {
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  /** Texts directly inside, in order, without those of the children. */
  readonly ownText: string;
  /** Counted from 1; an element that nobody parsed has none. */
  readonly line?: number;
}

/** An element of a parsed document: names by namespace, never by prefix. Comments and processing instructions are left out. */
export class XmlElement {
  readonly local: string;
  readonly expandedName: string;
  readonly attributes: readonly XmlAttribute[];
  readonly ownText: string;
  readonly line: number | undefined;
  readonly #children: XmlElement[] = [];
  /** `[2]` of each child that has siblings of its name: made once, because a message may break a rule in 10,000 of them. */
  #positions: ReadonlyMap<XmlElement, string> | undefined;

  constructor(
    content: ElementContent,
    readonly parent?: XmlElement,
  ) {
    this.local = content.local;
    this.expandedName = expandedName(content.namespace, content.local);
    this.attributes = content.attributes;
    this.ownText = content.ownText;
    this.line = content.line;
    if (parent !== undefined) parent.#children.push(this);
  }

  get children(): readonly XmlElement[] {
    return this.#children;
  }

  is(name: PrefixedName): boolean {
    return this.expandedName === expand(name);
  }

  all(name: PrefixedName): readonly XmlElement[] {
    const wanted = expand(name);
    return this.#children.filter((child) => child.expandedName === wanted);
  }

  /** @returns the first of that name */
  first(name: PrefixedName): XmlElement | undefined {
    const wanted = expand(name);
    return this.#children.find((child) => child.expandedName === wanted);
  }

  attribute(name: PrefixedName): string | undefined {
    const wanted = expand(name);
    return this.attributes.find((attribute) => attribute.expandedName === wanted)?.value;
  }

  /** All text inside, without the white space around it. */
  get text(): string {
    return this.#allText().trim();
  }

  /** All text inside, as it stands. */
  get exactText(): string {
    return this.#allText();
  }

  /** `Person` for `xsi:type="rim:Person"`: the part after the first colon. */
  get typeName(): string | undefined {
    const type = this.attribute('xsi:type');
    if (type === undefined) return undefined;
    return type.slice(type.indexOf(':') + 1).trim();
  }

  /** Where the element stands: local names, numbered among siblings of the same name. */
  get path(): string {
    const { parent } = this;
    if (parent === undefined) return `/${this.local}`;
    return `${parent.path}/${this.local}${parent.#positionOf(this)}`;
  }

  /** The element and everything inside it, in document order. */
  *descendants(): Generator<XmlElement> {
    yield this;
    for (const child of this.#children) yield* child.descendants();
  }

  #positionOf(child: XmlElement): string {
    if (this.#positions?.size !== this.#children.length) this.#positions = positionsOf(this.#children);
    return this.#positions.get(child) ?? '';
  }

  #allText(): string {
    if (this.#children.length === 0) return this.ownText;
    return this.ownText + this.#children.map((child) => child.#allText()).join('');
  }
}

/** @returns nothing to write for an only child of its name */
function positionsOf(children: readonly XmlElement[]): ReadonlyMap<XmlElement, string> {
  const alike = new Map<string, XmlElement[]>();
  for (const child of children) {
    const siblings = alike.get(child.expandedName);
    if (siblings === undefined) alike.set(child.expandedName, [child]);
    else siblings.push(child);
  }
  return new Map(
    [...alike.values()].flatMap((siblings) =>
      siblings.map((child, index): [XmlElement, string] => [child, siblings.length > 1 ? `[${index + 1}]` : '']),
    ),
  );
}
