import {
  Controller,
  Inject,
  Post,
  Req,
  Res,
  UnauthorizedException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { REGREP_MEDIA_TYPE } from '../client/signed-answers.js';
import { DeclarationRegistry, type RegistrationOutcome } from '../registration/declaration-registry.js';
import { writeRegistrationAnswer } from '../registration/registration-answer.xml.js';
import { RegistrationNotTrusted } from '../registration/registration-signature.js';
import { AnswerSigner } from '../signature/answer-signer.js';
import { CommonServicesMetrics } from './common-services-metrics.js';
import { type CommonServicesSettings, SETTINGS } from './common-services-settings.js';

/**
 * Takes life-cycle management messages. In OOTS they come through eDelivery, where the access point proves who sends; here a
 * JWS of the access point does, over HTTP (gap G-14). @see TDD 3.1.4, 3.2.4
 */
@Controller('lcm/rest')
export class RegistrationController {
  private readonly signer: AnswerSigner;

  constructor(
    @Inject(SETTINGS) private readonly settings: CommonServicesSettings,
    @Inject(DeclarationRegistry) private readonly registry: DeclarationRegistry,
    @Inject(CommonServicesMetrics) private readonly metrics: CommonServicesMetrics,
  ) {
    this.signer = new AnswerSigner(settings.directoryKeys);
  }

  /** @throws {UnauthorizedException} when nobody answers for the registration; the reason stays inside */
  @Post('objects')
  async register(@Req() request: Request, @Res() response: Response): Promise<void> {
    const body: unknown = request.body;
    if (typeof body !== 'string') throw new UnsupportedMediaTypeException();
    const outcome = await this.outcomeOf(body.trim());
    this.metrics.registered(outcome.refusal?.code ?? 'success');
    this.settings.onRegistration?.(outcome);

    const answer = Buffer.from(writeRegistrationAnswer(outcome), 'utf8');
    const signature = await this.signer.sign(answer, this.settings.clock.now());
    response
      .status(200)
      .set({ 'content-type': REGREP_MEDIA_TYPE, 'cache-control': 'no-store', ...signature })
      .send(answer);
  }

  private async outcomeOf(jws: string): Promise<RegistrationOutcome> {
    try {
      return await this.registry.register(jws);
    } catch (error) {
      if (!(error instanceof RegistrationNotTrusted)) throw error;
      this.metrics.registered('untrusted');
      throw new UnauthorizedException();
    }
  }
}
