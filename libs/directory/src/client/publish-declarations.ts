import { type Clock, type IdentifierSource, RequestId } from '@oots/edm';
import type { KeyPair } from '../ceremony/network-keys.js';
import type { CountryDeclarations } from '../declaration.js';
import { DirectoryNotTrusted } from '../directory-error.js';
import { objectsOf } from '../registration/declared-objects.js';
import type { RegistryName } from '../registration/registered-object.js';
import { readRegistrationAnswer } from '../registration/registration-answer.xml.js';
import type { RegistrationRequest } from '../registration/registration-request.js';
import { writeRegistrationRequest } from '../registration/registration-request.xml.js';
import { REGISTRATION_MEDIA_TYPE, signRegistration } from '../registration/registration-signature.js';
import { AnswerVerifier, type AnswerTrust } from '../signature/answer-verifier.js';
import type { FetchLimits } from './fetch-limited.js';
import { SignedAnswers } from './signed-answers.js';

/** Where a node registers, and how both sides know each other. */
export interface PublisherSettings extends Partial<FetchLimits> {
  /** Base URL of the common services. */
  readonly commonServices: string;
  /** Key pair with which the country's access point signs, `NodeKeys.signature`. */
  readonly key: KeyPair;
  /** By which the answers are trusted. */
  readonly trust: AnswerTrust;
  readonly clock: Clock;
  readonly identifiers: IdentifierSource;
}

/**
 * Registers what a country declares, first who provides, then what proves what, so that nobody is sent to a provider that is
 * not there yet. Declared again, it replaces what it names and leaves the rest; `withdrawDeclarations` takes back.
 *
 * @throws {RegistrationRefusal} a directory declined; what was registered before it stays
 * @throws {DirectoryUnavailable} no answer in time, or status 401 for a key that the trust list does not know; may be tried again
 * @throws {DirectoryNotTrusted} an answer that is not the directory's, or to another request
 * @see TDD 3.1.4, 3.2.4
 */
export async function publishDeclarations(
  declarations: CountryDeclarations,
  settings: PublisherSettings,
): Promise<void> {
  for (const registry of ['dsd', 'eb'] satisfies RegistryName[]) {
    const content = objectsOf(declarations, registry);
    if (content.objects.length === 0) continue;
    const id = RequestId.mint(settings.identifiers);
    await register({ kind: 'submit', id, mode: 'CreateOrReplace', ...content }, settings);
  }
}

/** Takes back what a country declared, in the opposite order. Throws as `publishDeclarations`. */
export async function withdrawDeclarations(
  declarations: CountryDeclarations,
  settings: PublisherSettings,
): Promise<void> {
  for (const registry of ['eb', 'dsd'] satisfies RegistryName[]) {
    const { objects, associations } = objectsOf(declarations, registry);
    if (objects.length === 0) continue;
    const id = RequestId.mint(settings.identifiers);
    const targets = [...associations, ...objects].map((entry) => entry.id);
    await register({ kind: 'remove', id, targets }, settings);
  }
}

async function register(request: RegistrationRequest, settings: PublisherSettings): Promise<void> {
  const { clock, key, trust, timeout = 10_000, maximumBytes = 64 * 1024 } = settings;
  const jws = await signRegistration(writeRegistrationRequest(request), key, clock.now());
  const answers = new SignedAnswers(new AnswerVerifier(trust), clock, { timeout, maximumBytes });
  const url = new URL(`${settings.commonServices.replace(/\/$/, '')}/lcm/rest/objects`);
  const { requestId, refusal } = readRegistrationAnswer(await answers.post(url, jws, REGISTRATION_MEDIA_TYPE));
  if (requestId !== request.id) throw new DirectoryNotTrusted('answer-to-another-question');
  if (refusal !== undefined) throw refusal;
}
