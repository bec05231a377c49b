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
  /** How many children there are of each name. */
  readonly #alike = new Map<string, number>();
  /** Among siblings of the same name, counted from 1: kept, because a message may break one rule in 10,000 places. */
  readonly #position: number = 1;

  constructor(
    content: ElementContent,
    readonly parent?: XmlElement,
  ) {
    this.local = content.local;
    this.expandedName = expandedName(content.namespace, content.local);
    this.attributes = content.attributes;
    this.ownText = content.ownText;
    this.line = content.line;
    if (parent === undefined) return;
    this.#position = (parent.#alike.get(this.expandedName) ?? 0) + 1;
    parent.#alike.set(this.expandedName, this.#position);
    parent.#children.push(this);
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
    const isOneOfMany = (parent.#alike.get(this.expandedName) ?? 1) > 1;
    const position = isOneOfMany ? `[${this.#position}]` : '';
    return `${parent.path}/${this.local}${position}`;
  }

  /** The element and everything inside it, in document order. */
  *descendants(): Generator<XmlElement> {
    yield this;
    for (const child of this.#children) yield* child.descendants();
  }

  #allText(): string {
    if (this.#children.length === 0) return this.ownText;
    return this.ownText + this.#children.map((child) => child.#allText()).join('');
  }
}
