import type { Clock } from '@oots/edm';
import type { CountryDeclarations } from '../declaration.js';
import { DataServicesDirectory } from '../query/data-services-directory.js';
import { EvidenceBroker } from '../query/evidence-broker.js';
import type { NetworkKeyDirectory } from '../trust/trusted-key.js';
import { ObjectRegistry } from './object-registry.js';
import { receiveRegistration } from './read-registration-request.js';
import type { RegistrationAnswer } from './registration-answer.xml.js';
import { JournalUnreadable, MemoryJournal, type RegistrationJournal } from './registration-journal.js';
import { RegistrationRefusal } from './registration-refusal.js';
import type { RegistrationRequest } from './registration-request.js';
import {
  REGISTRATION_WINDOW,
  registeredXml,
  type SignedRegistration,
  verifyRegistration,
} from './registration-signature.js';

/** What a registry stands on. */
export interface DeclarationRegistrySettings {
  /** Known from the start; registrations of the journal come after them. */
  readonly declarations: readonly CountryDeclarations[];
  /** Whose signatures count, and whose access points. */
  readonly keys: Pick<NetworkKeyDirectory, 'signingKey' | 'encryptionKey'>;
  readonly clock: Clock;
  /** Default: until the process ends. */
  readonly journal?: RegistrationJournal;
}

/** The two directories as the last registration left them. */
export interface Directories {
  readonly evidenceBroker: EvidenceBroker;
  readonly dataServicesDirectory: DataServicesDirectory;
}

/** An answer, and on whose behalf it was asked. */
export interface RegistrationOutcome extends RegistrationAnswer {
  readonly country: string;
}

/** Takes registrations one after the other: proves the sender, checks the whole, keeps it, and only then answers by it. */
export class DeclarationRegistry {
  private directoriesInForce: Directories;
  private last: Promise<unknown> = Promise.resolve();
  /** Requests that were accepted, and until when they might come again. */
  private readonly accepted = new Map<string, number>();

  private constructor(
    private registry: ObjectRegistry,
    private readonly settings: DeclarationRegistrySettings,
    private readonly journal: RegistrationJournal,
  ) {
    this.directoriesInForce = directoriesOf(registry);
  }

  /**
   * @throws {RangeError} when a country declares what only another may declare
   * @throws {RegistrationRefusal} when the declarations do not fit together
   * @throws {JournalUnreadable} when a kept registration no longer applies to them
   */
  static async open(settings: DeclarationRegistrySettings): Promise<DeclarationRegistry> {
    const { declarations, journal = new MemoryJournal() } = settings;
    const entries = await journal.entries();
    let registry = ObjectRegistry.of(declarations);
    for (const { country, requestId, registration } of entries) {
      try {
        registry = registry.after(country, receiveRegistration(registeredXml(registration)).read());
      } catch (cause) {
        throw new JournalUnreadable(`registration ${requestId} of ${country} cannot be applied`, { cause });
      }
    }
    const opened = new DeclarationRegistry(registry, settings, journal);
    for (const { requestId, acceptedAt } of entries) opened.remember(requestId, new Date(acceptedAt));
    return opened;
  }

  get directories(): Directories {
    return this.directoriesInForce;
  }

  /**
   * @param jws a registration as its access point signed it
   * @returns whether it stands; a refusal leaves everything as it was
   * @throws {RegistrationNotTrusted} nobody answers for it; nothing of it has been read
   */
  async register(jws: string): Promise<RegistrationOutcome> {
    const signed = await verifyRegistration(jws, this.settings.keys, this.settings.clock.now());
    const turn = this.last.then(() => this.accept(signed, jws));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async accept({ country, xml }: SignedRegistration, jws: string): Promise<RegistrationOutcome> {
    let requestId: string | undefined;
    try {
      const received = receiveRegistration(xml);
      requestId = received.requestId;
      const request = received.read();
      this.requireNew(request.id);
      this.requireOwnAccessPoints(request, country);
      const registry = this.registry.after(country, request);
      const directories = directoriesOf(registry);

      const acceptedAt = this.settings.clock.now();
      await this.journal.append({
        acceptedAt: acceptedAt.toISOString(),
        country,
        requestId: request.id,
        registration: jws,
      });
      this.remember(request.id, acceptedAt);
      this.registry = registry;
      this.directoriesInForce = directories;
      return { country, requestId, refusal: undefined };
    } catch (error) {
      if (error instanceof RegistrationRefusal) return { country, requestId, refusal: error };
      throw error;
    }
  }

  /** A signature stays good for a while, so a recorded registration could undo a later one. */
  private requireNew(requestId: string): void {
    const now = this.settings.clock.now().getTime();
    for (const [id, until] of this.accepted) if (until < now) this.accepted.delete(id);
    if (this.accepted.has(requestId)) throw RegistrationRefusal.integrity(`${requestId} was registered before`);
  }

  /** Both clocks may be off by the window: what was signed ahead of time stays good for twice as long. */
  private remember(requestId: string, acceptedAt: Date): void {
    this.accepted.set(requestId, acceptedAt.getTime() + 2 * REGISTRATION_WINDOW);
  }

  /** An authority is reached through an access point of its own country, or messages would go astray. */
  private requireOwnAccessPoints(request: RegistrationRequest, country: string): void {
    if (request.kind === 'remove') return;
    const now = this.settings.clock.now();
    for (const object of request.objects) {
      if (object.kind !== 'EvidenceProvider') continue;
      const key = this.settings.keys.encryptionKey(object.value.accessPoint.value, now);
      if (key.outcome !== 'trusted' || key.country !== country) {
        throw RegistrationRefusal.integrity(`access point of ${object.id} is not one of the registrant's`);
      }
    }
  }
}

function directoriesOf(registry: ObjectRegistry): Directories {
  const { declarations } = registry;
  return {
    evidenceBroker: new EvidenceBroker(declarations),
    dataServicesDirectory: new DataServicesDirectory(declarations),
  };
}
