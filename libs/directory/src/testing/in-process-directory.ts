import { DirectoryQuestions } from '../client/directory-questions.js';
import type { CountryDeclarations } from '../declaration.js';
import type { Directory } from '../directory.js';
import { COMMON_SERVICES_2_0 } from '../query/common-services-version.js';
import { DataServicesDirectory } from '../query/data-services-directory.js';
import { EvidenceBroker } from '../query/evidence-broker.js';
import { TEST_DECLARATIONS } from './declarations.js';

/** Directories inside the process: the same questions, answers and refusals, without HTTP, signature and cache. */
export function inProcessDirectory(declarations: readonly CountryDeclarations[] = TEST_DECLARATIONS): Directory {
  const evidenceBroker = new EvidenceBroker(declarations);
  const dataServicesDirectory = new DataServicesDirectory(declarations);
  return new DirectoryQuestions(({ service, parameters }) => {
    const query = Object.entries(parameters);
    // A refusal comes back as a rejected promise, as it does from the real client.
    return Promise.resolve().then(() =>
      service === 'eb' ? evidenceBroker.answer(query, COMMON_SERVICES_2_0) : dataServicesDirectory.answer(query),
    );
  });
}
