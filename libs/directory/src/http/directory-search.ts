import { Inject, Injectable } from '@nestjs/common';
import { DirectoryRefusal } from '../directory-error.js';
import {
  COMMON_SERVICES_2_0,
  commonServicesVersion,
  type CommonServicesVersion,
} from '../query/common-services-version.js';
import type { DirectoryAnswer } from '../query/directory-answer.js';
import { writeDirectoryAnswer, writeDirectoryRefusal } from '../query/directory-answer.xml.js';
import type { DirectoryErrorCode } from '../query/directory-exception.js';
import { DeclarationRegistry } from '../registration/declaration-registry.js';
import { AnswerSigner, type SignedAnswerHeaders } from '../signature/answer-signer.js';
import { type CommonServicesSettings, SETTINGS } from './common-services-settings.js';

/** One question as it arrived. */
export interface SearchRequest {
  readonly service: 'eb' | 'dsd';
  readonly parameters: URLSearchParams;
  /** The request header `Accept-Version`. */
  readonly acceptVersion: string | undefined;
}

/** What is sent back, always with HTTP status 200. */
export interface SearchAnswer {
  readonly body: Uint8Array;
  readonly signature: SignedAnswerHeaders;
  readonly outcome: 'success' | DirectoryErrorCode;
}

/** Answers a question to one of the directories and signs the answer, refusals too. @see TDD 3.6.2 */
@Injectable()
export class DirectorySearch {
  private readonly signer: AnswerSigner;

  constructor(
    @Inject(SETTINGS) private readonly settings: CommonServicesSettings,
    @Inject(DeclarationRegistry) private readonly registry: DeclarationRegistry,
  ) {
    this.signer = new AnswerSigner(settings.directoryKeys);
  }

  async answer(request: SearchRequest): Promise<SearchAnswer> {
    const { xml, outcome } = this.written(request);
    const body = Buffer.from(xml, 'utf8');
    return { body, outcome, signature: await this.signer.sign(body, this.settings.clock.now()) };
  }

  private written(request: SearchRequest): { readonly xml: string; readonly outcome: SearchAnswer['outcome'] } {
    const version = commonServicesVersion(request.acceptVersion);
    try {
      const answer = this.found(request, version);
      return { xml: writeDirectoryAnswer(answer, version ?? COMMON_SERVICES_2_0), outcome: 'success' };
    } catch (error) {
      if (!(error instanceof DirectoryRefusal)) throw error;
      return { xml: writeDirectoryRefusal(error, version ?? COMMON_SERVICES_2_0), outcome: error.code };
    }
  }

  private found({ service, parameters }: SearchRequest, version: CommonServicesVersion | undefined): DirectoryAnswer {
    if (version === undefined) {
      throw new DirectoryRefusal(service === 'eb' ? 'EB:ERR:0003' : 'DSD:ERR:0003', 'Accept-Version');
    }
    const { evidenceBroker, dataServicesDirectory } = this.registry.directories;
    return service === 'eb' ? evidenceBroker.answer(parameters, version) : dataServicesDirectory.answer(parameters);
  }
}
