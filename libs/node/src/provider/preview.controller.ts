import { Body, Controller, Get, Header, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Response } from 'express';
import { Anyone } from '../http/access.js';
import { previewHtml } from './preview-html.js';
import { PreviewSpace } from './preview-space.js';

export class PreviewDecisionDto {
  @ApiProperty({ enum: ['accept', 'decline'] }) @IsIn(['accept', 'decline']) readonly decision!: 'accept' | 'decline';
}

const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' https:; frame-ancestors 'none'";

/**
 * The page on which a person sees the evidence before it leaves. The link is the secret: it is unguessable, expires, and
 * works once. Signing in again at the provider comes with the simulated eIDs: gap G-08.
 */
@ApiTags('preview')
@Controller('preview')
@Anyone()
export class PreviewController {
  constructor(private readonly previews: PreviewSpace) {}

  @Get(':token')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Content-Security-Policy', PAGE_POLICY)
  async show(@Param('token') token: string): Promise<string> {
    return previewHtml(await this.previews.page(token), token);
  }

  @Post(':token/decision')
  async decide(
    @Param('token') token: string,
    @Body() body: PreviewDecisionDto,
    @Res() response: Response,
  ): Promise<void> {
    response.redirect(HttpStatus.SEE_OTHER, await this.previews.decide(token, body.decision === 'accept'));
  }
}
