import { join } from 'node:path';
import { COUNTRIES as profiles } from '@oots/countries';
import {
  DATA_SERVICES_QUERY,
  declarationsOf,
  type Directory,
  DirectoryClient,
  DirectoryRefusal,
  EVIDENCE_TYPES_QUERY,
  holdKeyCeremony,
  negotiateProfile,
  publishDeclarations,
  REQUIREMENTS_QUERY,
  TrustedKeys,
} from '@oots/directory';
import { type RunningCommonServices, startCommonServices } from '@oots/directory/http';
import { inProcessDirectory } from '@oots/directory/testing';
import { EDM_BACKGROUND_0_1, randomIdentifiers, systemClock } from '@oots/edm';
import { artefacts, NO_ARTEFACTS, XmlSchema } from '@oots/edm/testing';

const declarations = profiles.map(declarationsOf);
const directory = inProcessDirectory(declarations);

describe.each(profiles.map((profile) => [profile.country, profile] as const))(
  'given what %s declares',
  (country, profile) => {
    it('then each of its procedures finds the requirements that it names', async () => {
      for (const { procedure, requirements } of profile.procedures) {
        const found = (await directory.requirementsOf(procedure, country)).map(({ identifier }) => identifier);

        expect(found).toEqual(expect.arrayContaining([...requirements]));
      }
    });

    it('then every evidence type that proves something has a data service of the country', async () => {
      for (const { evidenceTypes } of profile.evidenceTypeLists) {
        for (const { classification } of evidenceTypes) {
          await expect(directory.dataServices(classification, country)).resolves.not.toHaveLength(0);
        }
      }
    });

    it('then everything it offers can be exchanged in the background', async () => {
      for (const { service } of profile.offers) {
        const [found] = await directory.dataServices(service.classification, country, EDM_BACKGROUND_0_1);

        expect(negotiateProfile(found!, { plainWithoutPreview: false })).toMatchObject({ profile: 'B' });
      }
    });

    it('then it can prove something for a change of address to any other country', async () => {
      for (const other of profiles.filter((one) => one !== profile)) {
        const requirements = await directory.requirementsOf('V1', other.country);
        const lists = await Promise.all(requirements.map(({ identifier }) => provenIn(identifier)));

        expect(lists.flat()).not.toHaveLength(0);
      }
    });

    async function provenIn(requirement: string) {
      try {
        return await directory.evidenceTypesOf(requirement, country);
      } catch (error) {
        if (error instanceof DirectoryRefusal && error.code === 'EB:ERR:0001') return [];
        throw error;
      }
    }
  },
);

describe('given directories that know nobody, when the six countries publish what they declare', () => {
  const running: RunningCommonServices[] = [];
  let published: Directory;
  let knownFromTheStart: Directory;
  beforeAll(async () => {
    const keys = await holdKeyCeremony({ members: profiles, heldAt: new Date() });
    const trust = { roots: [keys.anchor.directoryRoot] };
    const started = async (known: typeof declarations): Promise<string> => {
      const services = await startCommonServices({
        declarations: known,
        directoryKeys: keys.directory,
        trustedKeys: await TrustedKeys.from(keys.trustList, keys.anchor.publicJwk, systemClock),
        clock: systemClock,
        onDefect: (error) => {
          throw error;
        },
      });
      running.push(services);
      return services.url;
    };
    const clientOf = (commonServices: string) => new DirectoryClient({ commonServices, trust, clock: systemClock });

    knownFromTheStart = clientOf(await started(declarations));
    const commonServices = await started([]);
    const shared = { commonServices, trust, clock: systemClock, identifiers: randomIdentifiers };
    for (const declared of declarations) {
      await publishDeclarations(declared, { ...shared, key: keys.nodes.get(declared.country)!.signature });
    }
    published = clientOf(commonServices);
  });
  afterAll(() => Promise.all(running.map((services) => services.close())));

  it.each(profiles.map((profile) => [profile.country, profile] as const))(
    'then every answer about %s is the one of directories that knew it from their start',
    async (country, { requirements, offers }) => {
      const procedures = new Set(requirements.flatMap((requirement) => requirement.procedures));
      const questions = [
        ...[...procedures].map((procedure) => (of: Directory) => of.requirementsOf(procedure, country)),
        ...requirements.map(
          ({ identifier }) =>
            (of: Directory) =>
              of.evidenceTypesOf(identifier, country),
        ),
        ...offers.map(
          ({ service }) =>
            (of: Directory) =>
              of.dataServices(service.classification, country),
        ),
      ];

      for (const question of questions) {
        expect(await answerOrCode(question(published))).toEqual(await answerOrCode(question(knownFromTheStart)));
      }
    },
  );

  async function answerOrCode(asked: Promise<unknown>): Promise<unknown> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof DirectoryRefusal) return error.code;
      throw error;
    }
  }
});

const given = artefacts();
const withArtefacts = given === undefined ? describe.skip : describe;

withArtefacts(`given the schemas of the artefacts (else ${NO_ARTEFACTS})`, () => {
  let services: RunningCommonServices;
  let schema: XmlSchema;
  beforeAll(async () => {
    const members = profiles.map(({ country, accessPoint }) => ({ country, accessPoint }));
    const keys = await holdKeyCeremony({ members, heldAt: new Date() });
    schema = XmlSchema.compiled(join(given!.folder, 'v2.0-profile', 'xsd', 'driver-local.xsd'));
    services = await startCommonServices({
      declarations,
      directoryKeys: keys.directory,
      trustedKeys: await TrustedKeys.from(keys.trustList, keys.anchor.publicJwk, systemClock),
      clock: systemClock,
      onDefect: (error) => {
        throw error;
      },
    });
  });
  afterAll(() => services.close());

  async function answerTo(service: 'eb' | 'dsd', parameters: Record<string, string>): Promise<string> {
    const query = new URLSearchParams(parameters).toString();
    const answer = await fetch(`${services.url}/${service}/rest/search?${query}`, {
      headers: { 'accept-version': 'oots-cs:v2.0' },
    });
    return answer.text();
  }

  it('then what all procedures ask for keeps to them', async () => {
    const xml = await answerTo('eb', { queryId: REQUIREMENTS_QUERY, 'return-incomplete': 'true' });

    expect(xml).toContain('ResponseStatusType:Success');
    expect(schema.violations(xml)).toEqual([]);
  });

  it('then what proves each requirement keeps to them', async () => {
    const requirements = new Set(
      profiles.flatMap((profile) => profile.requirements.map(({ identifier }) => identifier)),
    );
    for (const requirement of requirements) {
      expect(
        schema.violations(await answerTo('eb', { queryId: EVIDENCE_TYPES_QUERY, 'requirement-id': requirement })),
      ).toEqual([]);
    }
  });

  it('then who provides each evidence type keeps to them', async () => {
    for (const { country, offers } of profiles) {
      for (const { service } of offers) {
        const xml = await answerTo('dsd', {
          queryId: DATA_SERVICES_QUERY,
          'evidence-type-classification': service.classification,
          'country-code': country,
        });

        expect(xml).toContain('ResponseStatusType:Success');
        expect(schema.violations(xml)).toEqual([]);
      }
    }
  });
});
