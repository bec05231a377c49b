import type { PrefixedName } from '../xml/namespaces.js';
import type { XmlElement } from '../xml/xml-element.js';

/** What has been selected in one document, so that rules with a common path walk it once. */
export type Selection = Map<Path, readonly XmlElement[]>;

/** A set of elements of a document, described step by step from the document element. */
export class Path {
  private constructor(
    private readonly from: Path | undefined,
    private readonly step: (element: XmlElement) => Iterable<XmlElement>,
  ) {}

  /** The document element, whatever its name. */
  static readonly document = new Path(undefined, (root) => [root]);

  /** The document element if it has this name. */
  static root(name: PrefixedName): Path {
    return Path.document.where((element) => element.is(name));
  }

  /** What any of the paths selects. */
  static either(...paths: readonly Path[]): Path {
    return new Path(undefined, (root) => paths.flatMap((path) => path.in(root)));
  }

  child(...names: readonly PrefixedName[]): Path {
    return new Path(this, (element) => names.flatMap((name) => element.all(name)));
  }

  /** Children of any name. */
  children(): Path {
    return new Path(this, (element) => element.children);
  }

  /** Everything inside, of any of these names. */
  anywhere(...names: readonly PrefixedName[]): Path {
    return new Path(this, (element) =>
      [...element.descendants()].filter((inside) => names.some((name) => inside.is(name))),
    );
  }

  where(holds: (element: XmlElement) => boolean): Path {
    return new Path(this, (element) => (holds(element) ? [element] : []));
  }

  /** `rim:Slot` of one of these names; all slots without any. */
  slot(...names: readonly string[]): Path {
    const slots = this.child('rim:Slot');
    return names.length === 0 ? slots : slots.where((slot) => names.includes(slot.attribute('name') ?? ''));
  }

  /** `rim:SlotValue` of the slots of that name. */
  value(name: string): Path {
    return this.slot(name).child('rim:SlotValue');
  }

  /** Elements of the collection in the slot of that name. */
  collected(name: string): Path {
    return this.value(name).child('rim:Element');
  }

  in(root: XmlElement, selection: Selection = new Map()): readonly XmlElement[] {
    const known = selection.get(this);
    if (known !== undefined) return known;
    const origin = this.from === undefined ? [root] : this.from.in(root, selection);
    const found = origin.flatMap((element) => [...this.step(element)]);
    selection.set(this, found);
    return found;
  }
}
