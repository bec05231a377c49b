import { Body, Controller, Get, Headers, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Anyone } from '../http/access.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { PreviewDecisionDto, SignInDto, type SignInField } from './preview-forms.dto.js';
import { previewHtml } from './preview-html.js';
import { formTokenOf, newSession, sessionCookie, sessionIn } from './preview-session.js';
import { PreviewSpace } from './preview-space.js';
import { signInHtml } from './sign-in-html.js';

const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' https:; frame-ancestors 'none'",
} as const;

/**
 * The pages on which a person signs in again, sees the evidence before it leaves, and decides. The link is unguessable, expires
 * and works once, and shows nothing to whoever does not sign in as the person. The sign-in is a form: gap G-08.
 */
@ApiTags('preview')
@Controller('preview')
@Anyone()
export class PreviewController {
  constructor(
    private readonly previews: PreviewSpace,
    private readonly surroundings: NodeSurroundings,
  ) {}

  @Get(':token')
  async show(
    @Param('token') token: string,
    @Headers('cookie') cookies: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const known = sessionIn(cookies);
    const page = await this.previews.page(token, known);
    if (page.state !== 'sign-in') {
      response.set(PAGE_HEADERS).send(previewHtml(page, { token, formToken: formTokenOf(known ?? '') }));
      return;
    }
    const session = known ?? newSession(this.surroundings.identifiers);
    if (known === undefined) this.remember(token, session, response);
    this.askToSignIn(token, session, undefined, response);
  }

  @Post(':token/sign-in')
  async signIn(
    @Param('token') token: string,
    @Headers('cookie') cookies: string | undefined,
    @Body() body: SignInDto,
    @Res() response: Response,
  ): Promise<void> {
    const session = sessionIn(cookies);
    const asserted = body.assertion();
    if (!('familyName' in asserted)) {
      const { state } = await this.previews.page(token, session);
      if (state === 'sign-in' && session !== undefined) this.askToSignIn(token, session, asserted, response);
      else response.redirect(HttpStatus.SEE_OTHER, `/preview/${token}`);
      return;
    }
    const result = await this.previews.signIn(token, { session, formToken: body.form }, asserted);
    switch (result.outcome) {
      case 'signed-in':
        this.remember(token, result.session, response);
        response.redirect(HttpStatus.SEE_OTHER, `/preview/${token}`);
        return;
      case 'failed':
        this.askToSignIn(token, session ?? '', [], response);
        return;
      case 'over':
        response.redirect(HttpStatus.SEE_OTHER, result.returnLocation);
    }
  }

  @Post(':token/decision')
  async decide(
    @Param('token') token: string,
    @Headers('cookie') cookies: string | undefined,
    @Body() body: PreviewDecisionDto,
    @Res() response: Response,
  ): Promise<void> {
    const visit = { session: sessionIn(cookies), formToken: body.form };
    response.redirect(HttpStatus.SEE_OTHER, await this.previews.decide(token, visit, body.accepted));
  }

  /** @param missing fields to fill in; none: the sign-in failed; undefined: nothing was tried yet */
  private askToSignIn(
    token: string,
    session: string,
    missing: readonly SignInField[] | undefined,
    response: Response,
  ): void {
    response
      .status(missing === undefined ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
      .set(PAGE_HEADERS)
      .send(signInHtml({ token, formToken: formTokenOf(session) }, missing));
  }

  private remember(token: string, session: string, response: Response): void {
    response.append('Set-Cookie', sessionCookie(token, session, this.surroundings.config.T3_MINUTES));
  }
}
