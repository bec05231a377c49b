import type { Finding, Severity } from '@oots/edm';
import type { PrefixedName, XmlElement } from '@oots/edm/xml';

/** The forms of a directory's answer: the 1.x line does not name itself. */
export type DirectoryEdition = '1.x' | '2.0';

/** One documented constraint on an answer of the directories, or on what registers there. */
export interface DirectoryRule {
  /** `POC-CS-…`, `POC-EB-…`, `POC-DSD-…`, `POC-LCM-…`: the official numbers of the 2.0 line are not public. */
  readonly id: string;
  readonly severity: Severity;
  /** All editions when absent. */
  readonly only?: DirectoryEdition;
  /** What has to be so. */
  readonly says: string;
  /** The elements of which it has to be so. */
  readonly at: (root: XmlElement) => readonly XmlElement[];
  readonly holds: (element: XmlElement) => boolean;
}

type Shape = [
  id: string,
  says: string,
  at: DirectoryRule['at'],
  holds: DirectoryRule['holds'],
  only?: DirectoryEdition,
];

export function fatal(...[id, says, at, holds, only]: Shape): DirectoryRule {
  return { id, severity: 'FATAL', says, at, holds, ...(only === undefined ? {} : { only }) };
}

export function warning(...shape: Shape): DirectoryRule {
  return { ...fatal(...shape), severity: 'WARNING' };
}

/** @returns one finding per rule and element that does not follow it, in the order of the rules */
export function judgeDirectory(
  root: XmlElement,
  rules: readonly DirectoryRule[],
  edition: DirectoryEdition,
): readonly Finding[] {
  return rules
    .filter(({ only }) => only === undefined || only === edition)
    .flatMap(({ id, severity, says, at, holds }) =>
      at(root)
        .filter((element) => !holds(element))
        .map(({ path, line }) => ({
          rule: id,
          severity,
          message: says,
          expected: says,
          path,
          ...(line === undefined ? {} : { line }),
        })),
    );
}

/** @returns every element reached by going down these names, one generation each */
export function below(...names: readonly PrefixedName[]): (root: XmlElement) => readonly XmlElement[] {
  return (root) =>
    names.reduce<readonly XmlElement[]>((reached, name) => reached.flatMap((element) => element.all(name)), [root]);
}

export function document(root: XmlElement): readonly XmlElement[] {
  return [root];
}

/** Elements of a name, wherever they stand. */
export function anywhere(name: PrefixedName): (root: XmlElement) => readonly XmlElement[] {
  return (root) => [...root.descendants()].filter((element) => element.is(name));
}

/** Each of these children exactly once, and not empty. */
export function exactlyOne(...names: readonly PrefixedName[]): DirectoryRule['holds'] {
  return (element) =>
    names.every((name) => {
      const [child, ...more] = element.all(name);
      return child !== undefined && more.length === 0 && child.text !== '';
    });
}

export function atLeastOne(...names: readonly PrefixedName[]): DirectoryRule['holds'] {
  return (element) => names.every((name) => element.all(name).length > 0);
}

export const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';
export const URN_UUID = new RegExp(`^urn:uuid:${UUID}$`);
