import type { XmlElement } from '@oots/edm/xml';
import { declaredSpecification } from './document-kind.js';

/** What a request or an answer says of the exchange it belongs to, in whichever line it is written. */
export interface Stated {
  /** The id of the request: its own, or the one an answer names. */
  readonly requestId: string | undefined;
  readonly specification: string | undefined;
  /** `<scheme> <identifier>` */
  readonly requester: string | undefined;
  readonly evidenceTypes: readonly string[];
  /** One key a person: names and date of birth, or the eIDAS identifier of a legal person. */
  readonly subjects: readonly string[];
}

/** @param root of a request, response or error that rules may have refused */
export function statedBy(root: XmlElement): Stated {
  const inside = [...root.descendants()];
  const isRequest = root.is('query:QueryRequest');
  return {
    requestId: root
      .attribute(isRequest ? 'id' : 'requestId')
      ?.trim()
      .toLowerCase(),
    specification: declaredSpecification(root),
    requester: requesterOf(root),
    evidenceTypes: textsOf(inside, 'sdg:EvidenceTypeClassification'),
    subjects: isRequest ? askedAbout(root) : inside.filter((element) => element.is('sdg:IsAbout')).flatMap(personsIn),
  };
}

function slotNamed(list: XmlElement, name: string): XmlElement | undefined {
  return list.all('rim:Slot').find((slot) => slot.attribute('name') === name);
}

/** A collection in a request, in which intermediaries stand too; a single agent in an answer. */
function requesterOf(root: XmlElement): string | undefined {
  const slot = slotNamed(root, 'EvidenceRequester');
  const agents = slot === undefined ? [] : [...slot.descendants()].filter((element) => element.is('sdg:Agent'));
  const requester = agents.find((agent) => agent.first('sdg:Classification')?.text === 'ER') ?? agents[0];
  const identifier = requester?.first('sdg:Identifier');
  return identifier === undefined ? undefined : `${identifier.attribute('schemeID') ?? ''} ${identifier.text}`;
}

function askedAbout(request: XmlElement): readonly string[] {
  const query = request.first('query:Query');
  return query === undefined
    ? []
    : ['NaturalPerson', 'LegalPerson'].flatMap((name) => {
        const slot = slotNamed(query, name);
        return slot === undefined ? [] : personsIn(slot);
      });
}

function personsIn(element: XmlElement): readonly string[] {
  return [...element.descendants()].flatMap((inside) => {
    if (inside.is('sdg:Person') || inside.is('sdg:NaturalPerson')) return [key(inside, NATURAL)];
    return inside.is('sdg:LegalPerson') ? [key(inside, LEGAL)] : [];
  });
}

const NATURAL = ['sdg:FamilyName', 'sdg:GivenName', 'sdg:DateOfBirth'] as const;
const LEGAL = ['sdg:LegalPersonIdentifier'] as const;

/** The same letters may be composed differently by two countries. */
function key(person: XmlElement, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => person.first(name)?.text.normalize('NFC') ?? ''));
}

function textsOf(elements: readonly XmlElement[], name: string): readonly string[] {
  return elements.filter((element) => element.is(name)).map(({ text }) => text);
}
