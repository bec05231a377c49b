import { OOTS_COUNTRIES } from '@oots/edm/code-lists';
import type { CountryDeclarations, DataService, ProviderClassification } from '../declaration.js';
import { DirectoryRefusal } from '../directory-error.js';
import { requireOwn } from './own-declarations.js';
import type { DirectoryAnswer } from './directory-answer.js';

import { QueryParameters } from './query-parameters.js';

/** Which authorities hand out an evidence type, and through which access point. @see TDD 3.1.4 */
export const DATA_SERVICES_QUERY =
  'urn:fdc:oots:dsd:ebxml-regrep:queries:dataservices-by-evidencetype-and-jurisdiction';

const PARAMETERS = ['queryId', 'evidence-type-classification', 'country-code', 'specification'];

/** Answers for all countries together who provides. Pure: the same declarations and question, the same answer. */
export class DataServicesDirectory {
  private readonly services: readonly { readonly country: string; readonly service: DataService }[];

  /** @throws {RangeError} when a country declares a service of another country */
  constructor(declarations: readonly CountryDeclarations[]) {
    for (const declaration of declarations) requireOwn(declaration);
    this.services = declarations.flatMap(({ country, dataServices }) =>
      dataServices.map((service) => ({
        country,
        service: { ...service, publisher: { ...service.publisher, country } },
      })),
    );
  }

  /**
   * @param parameters of the request's query string, `queryId` included; a parameter named by a classification's identifier
   *   answers that question
   * @throws {DirectoryRefusal} `DSD:ERR:0001` to `DSD:ERR:0006`
   */
  answer(parameters: Iterable<readonly [string, string]>): DirectoryAnswer {
    const query = QueryParameters.of(parameters, 'DSD:ERR:0003');
    if (query.required('queryId') !== DATA_SERVICES_QUERY) throw new DirectoryRefusal('DSD:ERR:0004', 'queryId');

    const classification = query.required('evidence-type-classification');
    const country = query.required('country-code');
    if (!OOTS_COUNTRIES.has(country)) throw new DirectoryRefusal('DSD:ERR:0003', 'country-code');
    const specification = query.optional('specification');

    const ofType = this.services.filter(({ service }) => service.classification === classification);
    const inCountry = ofType.filter((entry) => entry.country === country).map(({ service }) => service);
    const answers = query.others(PARAMETERS);
    requireAnswersToQuestions(answers, inCountry);
    if (ofType.length === 0) throw new DirectoryRefusal('DSD:ERR:0002', 'evidence-type-classification');

    const speaking = inCountry.filter(
      ({ conformsTo }) => specification === undefined || conformsTo.includes(specification),
    );
    return { kind: 'data-services', dataServices: chosen(speaking, answers) };
  }
}

/** Whatever is no parameter of the query must answer a question that one of the services asks. */
function requireAnswersToQuestions(answers: ReadonlyMap<string, string>, services: readonly DataService[]): void {
  const questions = new Set(
    services.flatMap(({ classifications = [] }) => classifications.map(({ identifier }) => identifier)),
  );
  const [stray] = [...answers.keys()].filter((name) => !questions.has(name));
  if (stray !== undefined) throw new DirectoryRefusal('DSD:ERR:0003', 'parameter');
}

/** The services responsible under the answers given; asks back while several authorities come into question. */
function chosen(services: readonly DataService[], answers: ReadonlyMap<string, string>): readonly DataService[] {
  if (services.length === 0) throw new DirectoryRefusal('DSD:ERR:0001', 'DS_NOT_FOUND');

  const responsible = services.filter(({ classifications = [] }) =>
    classifications.every(({ identifier, values }) => {
      const answer = answers.get(identifier);
      return answer === undefined || values.includes(answer);
    }),
  );
  const [about] = responsible;
  const questions = openQuestions(responsible, answers);
  if (about === undefined) throw new DirectoryRefusal('DSD:ERR:0006', 'EvidenceProviderClassification');
  if (questions.length > 0) {
    throw new DirectoryRefusal('DSD:ERR:0005', 'UserRequestedClassificationConcepts', { questions, about });
  }
  return responsible;
}

function openQuestions(
  services: readonly DataService[],
  answers: ReadonlyMap<string, string>,
): readonly ProviderClassification[] {
  const questions = services
    .flatMap(({ classifications = [] }) => classifications)
    .filter(({ identifier }) => !answers.has(identifier))
    .map((question): [string, ProviderClassification] => [question.identifier, { ...question, values: [] }]);
  return [...new Map(questions).values()];
}
