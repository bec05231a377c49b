import type { Agent, OrganisationIdentifier } from '@oots/edm';

/** @returns how an organisation is written where one line has to do */
export function writtenIdentifier({ scheme, value }: OrganisationIdentifier): string {
  return `${scheme}:${value}`;
}

/** @returns the English name, else the first: what a log or an operator reads */
export function nameOf(agent: Agent): string {
  return (agent.names.find(({ lang }) => lang === 'EN') ?? agent.names[0])?.text ?? agent.identifier.value;
}
