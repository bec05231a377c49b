import type { SubjectPseudonyms } from '@oots/audit';
import type { NoticeCatalogue, PermissionTable, PolicyTable } from '@oots/consent';
import type { Directory, NetworkKeyDirectory } from '@oots/directory';
import type { Clock, IdentifierSource } from '@oots/edm';
import type { CountryProfile } from '../config/country-profile.js';
import type { NodeConfig } from '../config/node-config.js';
import type { PersonalDataSeal } from '../persistence/personal-data-seal.js';

/** What a node is given and does not make itself. Tests give other clocks, networks and people. */
export interface Surroundings {
  readonly profile: CountryProfile;
  readonly config: NodeConfig;
  readonly clock: Clock;
  readonly identifiers: IdentifierSource;
  readonly directory: Directory;
  /** Public keys of everybody in the network. */
  readonly peers: NetworkKeyDirectory;
  readonly policy: PolicyTable;
  readonly permissions: PermissionTable;
  readonly notices: NoticeCatalogue;
  readonly seal: PersonalDataSeal;
  readonly pseudonyms: SubjectPseudonyms;
}

/** The surroundings as a token that Nest can inject. */
export class NodeSurroundings implements Surroundings {
  readonly profile: CountryProfile;
  readonly config: NodeConfig;
  readonly clock: Clock;
  readonly identifiers: IdentifierSource;
  readonly directory: Directory;
  readonly peers: NetworkKeyDirectory;
  readonly policy: PolicyTable;
  readonly permissions: PermissionTable;
  readonly notices: NoticeCatalogue;
  readonly seal: PersonalDataSeal;
  readonly pseudonyms: SubjectPseudonyms;

  constructor(surroundings: Surroundings) {
    this.profile = surroundings.profile;
    this.config = surroundings.config;
    this.clock = surroundings.clock;
    this.identifiers = surroundings.identifiers;
    this.directory = surroundings.directory;
    this.peers = surroundings.peers;
    this.policy = surroundings.policy;
    this.permissions = surroundings.permissions;
    this.notices = surroundings.notices;
    this.seal = surroundings.seal;
    this.pseudonyms = surroundings.pseudonyms;
  }
}
