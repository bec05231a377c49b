import type { Agent, AgentClassification } from '../agent.js';
import { present } from '../xml/present.js';
import type { PrefixedName } from '../xml/namespaces.js';
import {
  childText,
  optionalChild,
  requiredAttribute,
  requiredChild,
  SchemaViolation,
} from '../xml/schema-violation.js';
import type { XmlElement } from '../xml/xml-element.js';
import { element, textElement, type Markup } from '../xml/xml-writer.js';
import { readAddress, readAddressLines, writeAddress } from './address.xml.js';
import { readTexts, writeTexts } from './texts.xml.js';

const identification = ({ identifier, names }: Agent): readonly Markup[] => [
  textElement('sdg:Identifier', identifier.value, { schemeID: identifier.scheme }),
  ...writeTexts('sdg:Name', names),
];

/** An agent by identifier and names: where more would be refused. @see R-EDM-REQ-S043, R-EDM-RESP-S028 */
export function writeIdentifiedAgent(agent: Agent, name: PrefixedName = 'sdg:Agent'): Markup {
  return element(name, {}, identification(agent));
}

/** An agent with its address, when it has a country, and what it does in this message. */
export function writeClassifiedAgent(agent: Agent, classification: AgentClassification): Markup {
  const { country, region, addressLines } = agent;
  const address = country === undefined ? undefined : { ...addressLines, country, ...present({ region }) };
  return element(
    'sdg:Agent',
    {},
    identification(agent),
    address && writeAddress('sdg:Address', address),
    textElement('sdg:Classification', classification),
  );
}

const CLASSIFICATIONS: readonly string[] = ['ER', 'IP', 'EP', 'ERRP'] satisfies readonly AgentClassification[];

function isClassification(text: string | undefined): text is AgentClassification {
  return text !== undefined && CLASSIFICATIONS.includes(text);
}

/** @throws {SchemaViolation} when identifier or scheme is missing */
export function readAgent(agent: XmlElement): Agent {
  const identifier = requiredChild(agent, 'sdg:Identifier');
  if (agent.first('sdg:Name') === undefined) throw new SchemaViolation('sdg:Name is missing', agent.path);
  const address = optionalChild(agent, 'sdg:Address');
  const classification = childText(agent, 'sdg:Classification');
  const lines = address && readAddressLines(address);
  return {
    identifier: { scheme: requiredAttribute(identifier, 'schemeID'), value: identifier.text },
    names: readTexts(agent, 'sdg:Name'),
    ...present({
      country: address && readAddress(address).country,
      region: address && readAddress(address).region,
      addressLines: lines && Object.keys(lines).length > 0 ? lines : undefined,
      classification: isClassification(classification) ? classification : undefined,
    }),
  };
}
