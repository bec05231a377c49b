import type { Clock } from '@oots/edm';
import type { DirectoryKeys } from '../ceremony/network-keys.js';
import type { CountryDeclarations } from '../declaration.js';
import type { RegistrationOutcome } from '../registration/declaration-registry.js';
import type { RegistrationJournal } from '../registration/registration-journal.js';
import type { TrustedKeys } from '../trust/trusted-keys.js';

/** What the common services stand on. */
export interface CommonServicesSettings {
  /** Known from the start; registrations come on top of them. */
  readonly declarations: readonly CountryDeclarations[];
  /** Where registrations are kept. Default: until the process ends. */
  readonly journal?: RegistrationJournal;
  /** Told of every registration whose sender is proven. */
  readonly onRegistration?: (outcome: RegistrationOutcome) => void;
  /** Signs every answer. */
  readonly directoryKeys: DirectoryKeys;
  /** Whose list in force is handed out, and whose signatures a registration may carry. */
  readonly trustedKeys: Pick<TrustedKeys, 'current' | 'signingKey' | 'encryptionKey'>;
  readonly clock: Clock;
  /** Told of what went wrong inside while a caller only saw status 500. */
  readonly onDefect: (error: unknown) => void;
  /** Metrics of the process, where the services are alone in it. */
  readonly processMetrics?: boolean;
}

/** Tokens under which NestJS hands the parts to each other. */
export const SETTINGS = Symbol('CommonServicesSettings');
export const METRICS_REGISTRY = Symbol('Registry');
