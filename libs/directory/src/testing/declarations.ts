import { easScheme, EDM_2_0, EDM_BACKGROUND_0_1, unregisteredScheme } from '@oots/edm';
import type { CountryDeclarations, DataService, EvidenceTypeList, Requirement } from '../declaration.js';

const REPOSITORY = 'https://sr.oots.tech.ec.europa.eu';

/** What must be proven in the procedures of the two test countries. */
export const PROOF_OF_RESIDENCE = `${REPOSITORY}/requirements/0b5f0a2e-1f5b-4b0e-9d2f-6a1c5d3e7f01`;
export const PROOF_OF_BIRTH = `${REPOSITORY}/requirements/0b5f0a2e-1f5b-4b0e-9d2f-6a1c5d3e7f02`;
/** Asked for in Iceland, and nobody can prove it. */
export const PROOF_OF_PATIENCE = `${REPOSITORY}/requirements/0b5f0a2e-1f5b-4b0e-9d2f-6a1c5d3e7f03`;

export const ICELANDIC_RESIDENCE = `${REPOSITORY}/evidencetypeclassifications/IS/3c2f9f0e-7a3e-4a5e-8f3b-2d1e0c9b8a01`;
export const ICELANDIC_BIRTH = `${REPOSITORY}/evidencetypeclassifications/IS/3c2f9f0e-7a3e-4a5e-8f3b-2d1e0c9b8a02`;
export const LIECHTENSTEIN_RESIDENCE = `${REPOSITORY}/evidencetypeclassifications/LI/3c2f9f0e-7a3e-4a5e-8f3b-2d1e0c9b8a03`;

export const LUXEMBOURGISH_RESIDENCE = `${REPOSITORY}/evidencetypeclassifications/LU/3c2f9f0e-7a3e-4a5e-8f3b-2d1e0c9b8a04`;

/** Which of Liechtenstein's two regions keeps a person's residence; its answers are `Oberland` and `Unterland`. */
export const REGION_QUESTION = '5a0d7c1e-9b2f-4f6e-8d3c-1e2f3a4b5c01';

function requirement(identifier: string, name: string, procedures: readonly string[]): Requirement {
  return { identifier, names: [{ lang: 'EN', text: name }], procedures };
}

function evidenceTypeList(
  country: string,
  identifier: string,
  proves: string,
  classification: string,
): EvidenceTypeList {
  const names = [{ lang: 'EN', text: `Evidence of ${country}` }];
  return { identifier, names, country, requirement: proves, evidenceTypes: [{ classification, titles: names }] };
}

/** A data service that speaks both specifications and offers JSON and PDF; `changes` say what is different. */
export function aDataService(changes: Partial<DataService> = {}): DataService {
  return {
    identifier: '7d9a3f10-2c4b-4e8a-9f6d-0a1b2c3d4e01',
    classification: ICELANDIC_RESIDENCE,
    titles: [
      { lang: 'EN', text: 'Residence' },
      { lang: 'IS', text: 'Búseta' },
    ],
    distributions: [
      { format: 'application/json', languages: ['EN', 'IS'], conformsTo: `${REPOSITORY}/datamodels/residence-1.0.0` },
      { format: 'application/pdf', languages: ['IS'] },
    ],
    publisher: {
      identifier: { scheme: easScheme('0196'), value: '5402696029' },
      names: [{ lang: 'EN', text: 'Registers (test country)' }],
      country: 'IS',
    },
    accessPoint: { scheme: unregisteredScheme('IS'), value: 'AP_IS_01' },
    conformsTo: [EDM_2_0, EDM_BACKGROUND_0_1],
    levelOfAssurance: 'Substantial',
    ...changes,
  };
}

function regionalService(identifier: string, region: string): DataService {
  return aDataService({
    identifier,
    classification: LIECHTENSTEIN_RESIDENCE,
    conformsTo: [EDM_2_0],
    accessPoint: { scheme: unregisteredScheme('LI'), value: 'AP_LI_01' },
    publisher: {
      identifier: { scheme: unregisteredScheme('LI'), value: region },
      names: [{ lang: 'EN', text: `Residents' office ${region} (test country)` }],
      country: 'LI',
    },
    classifications: [
      {
        identifier: REGION_QUESTION,
        valueExpression: `${REPOSITORY}/codelists/LI/region`,
        descriptions: [{ lang: 'EN', text: 'In which region is the residence?' }],
        values: [region],
      },
    ],
  });
}

/** Country that holds residence and birth in one authority each. */
export const TESTLAND: CountryDeclarations = {
  country: 'IS',
  requirements: [
    requirement(PROOF_OF_RESIDENCE, 'Proof of residence', ['S1', 'V1']),
    requirement(PROOF_OF_BIRTH, 'Proof of birth', ['R1']),
    requirement(PROOF_OF_PATIENCE, 'Proof of patience', ['W1']),
  ],
  evidenceTypeLists: [
    evidenceTypeList('IS', '9e1d2c3b-4a5f-4678-9abc-def012345601', PROOF_OF_RESIDENCE, ICELANDIC_RESIDENCE),
    evidenceTypeList('IS', '9e1d2c3b-4a5f-4678-9abc-def012345602', PROOF_OF_BIRTH, ICELANDIC_BIRTH),
  ],
  dataServices: [
    aDataService(),
    aDataService({
      identifier: '7d9a3f10-2c4b-4e8a-9f6d-0a1b2c3d4e02',
      classification: ICELANDIC_BIRTH,
      titles: [{ lang: 'EN', text: 'Birth' }],
      conformsTo: [EDM_2_0],
    }),
  ],
};

/** Country where two authorities hold residence, so that the directory has to ask which. */
export const ASKINGLAND: CountryDeclarations = {
  country: 'LI',
  requirements: [requirement(PROOF_OF_RESIDENCE, 'Proof of residence', ['V1'])],
  evidenceTypeLists: [
    evidenceTypeList('LI', '9e1d2c3b-4a5f-4678-9abc-def012345603', PROOF_OF_RESIDENCE, LIECHTENSTEIN_RESIDENCE),
  ],
  dataServices: [
    regionalService('7d9a3f10-2c4b-4e8a-9f6d-0a1b2c3d4e03', 'Oberland'),
    regionalService('7d9a3f10-2c4b-4e8a-9f6d-0a1b2c3d4e04', 'Unterland'),
  ],
};

/** Two countries outside the network that declare just enough for every answer and every refusal. */
export const TEST_DECLARATIONS: readonly CountryDeclarations[] = [TESTLAND, ASKINGLAND];

/** Country that the directories do not know from their start; it asks which of its communes keeps a residence. */
export const NEWCOMER: CountryDeclarations = {
  country: 'LU',
  requirements: [requirement(PROOF_OF_RESIDENCE, 'Proof of residence', ['V1', '00'])],
  evidenceTypeLists: [
    evidenceTypeList('LU', '9e1d2c3b-4a5f-4678-9abc-def012345604', PROOF_OF_RESIDENCE, LUXEMBOURGISH_RESIDENCE),
  ],
  dataServices: [
    aDataService({
      identifier: '7d9a3f10-2c4b-4e8a-9f6d-0a1b2c3d4e05',
      classification: LUXEMBOURGISH_RESIDENCE,
      titles: [{ lang: 'EN', text: 'Residence' }],
      accessPoint: { scheme: unregisteredScheme('LU'), value: 'AP_LU_01' },
      publisher: {
        identifier: { scheme: unregisteredScheme('LU'), value: 'Esch' },
        names: [{ lang: 'EN', text: 'Commune of Esch (test country)' }],
        country: 'LU',
      },
      classifications: [
        {
          identifier: '5a0d7c1e-9b2f-4f6e-8d3c-1e2f3a4b5c02',
          descriptions: [{ lang: 'EN', text: 'In which commune is the residence?' }],
          values: ['Esch'],
        },
      ],
    }),
  ],
};
