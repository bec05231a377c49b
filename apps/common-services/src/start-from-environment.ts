import {
  declarationsOf,
  type DeclaringCountry,
  FileJournal,
  KeyFolder,
  TrustedKeys,
  TrustListRefresh,
} from '@oots/directory';
import { type RunningCommonServices, startCommonServices } from '@oots/directory/http';
import { systemClock } from '@oots/edm';
import { CommonServicesConfig } from './common-services-config.js';
import { CommonServicesLog } from './common-services-log.js';

/**
 * Starts the common services alone in their process: keys and trust list from a folder, declarations from the profiles and
 * from the registrations of earlier runs.
 *
 * @throws {ConfigurationError} settings that cannot be used
 * @throws {KeyFileUnreadable} a folder without the keys
 * @throws {JournalUnreadable} registrations that cannot be read or no longer apply
 * @throws {TrustListRefused} a trust list that the anchor does not vouch for
 */
export async function startFromEnvironment(
  countries: readonly DeclaringCountry[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RunningCommonServices> {
  const config = CommonServicesConfig.read(environment);
  const log = new CommonServicesLog(config.LOG_LEVEL);
  const folder = new KeyFolder(config.KEYS_DIRECTORY);
  const anchor = await folder.anchor();
  const trustedKeys = await TrustedKeys.from(await folder.trustList(), anchor.publicJwk, systemClock);

  const directoryKeys = await folder.directory();
  const journal = config.DATA_DIRECTORY === undefined ? undefined : await FileJournal.open(config.DATA_DIRECTORY);

  const services = await startCommonServices(
    {
      declarations: countries.map(declarationsOf),
      directoryKeys,
      trustedKeys,
      clock: systemClock,
      onDefect: (error) => {
        log.defect(error);
      },
      onRegistration: (outcome) => {
        log.registration(outcome);
      },
      processMetrics: true,
      ...(journal === undefined ? {} : { journal }),
    },
    { port: config.PORT, host: config.HOST },
  ).catch(async (error: unknown) => {
    await journal?.close();
    throw error;
  });
  const refresh = new TrustListRefresh(trustedKeys, {
    source: () => folder.trustList(),
    every: config.TRUST_LIST_REFRESH_SECONDS * 1000,
    clock: systemClock,
    onTrouble: (error) => {
      log.trustListKept(error);
    },
  });
  refresh.start();
  log.started(services.url, trustedKeys.current.serialNumber);
  return {
    url: services.url,
    close: async () => {
      refresh.stop();
      await services.close();
      await journal?.close();
      log.stopped();
    },
  };
}
