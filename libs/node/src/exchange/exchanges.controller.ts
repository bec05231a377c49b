import { Body, Controller, Get, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUrl } from 'class-validator';
import { DataSource } from 'typeorm';
import { Scopes } from '../http/access.js';
import { ContinuePreview } from '../requester/continue-preview.js';
import { type ExchangeView, viewOfExchange } from '../requester/case-view.js';
import { ExchangeEntity } from './exchange.entity.js';
import { AnsweredRequestEntity } from './answered-request.entity.js';
import { JournalEntryEntity } from './journal-entry.entity.js';

/** One message of an exchange as it is listed: who, what, when, and digests. No content. */
export interface MessageView {
  readonly messageId: string;
  readonly direction: 'in' | 'out';
  readonly action: string;
  readonly at: Date;
  readonly parts: readonly { contentId: string; mimeType: string; digest: string }[];
}

/** What this node knows of an exchange, whichever side it was on. */
export interface ExchangeRecord {
  readonly exchangeId: string;
  readonly asRequester?: ExchangeView;
  readonly asProvider?: readonly {
    readonly requestId: string;
    readonly outcome: string;
    readonly usageReference: string | null;
    readonly requester: string;
    readonly answeredAt: Date;
  }[];
  readonly messages: readonly MessageView[];
}

export class ContinuePreviewDto {
  @ApiProperty({ example: 'https://portal.fi.oots.example/return/1' })
  @IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false })
  readonly returnLocation!: string;
}

/** Exchanges, for the authorities that made them and for operators. */
@ApiTags('exchanges')
@ApiBearerAuth()
@Controller('api/exchanges')
export class ExchangesController {
  constructor(
    private readonly database: DataSource,
    private readonly continuePreview: ContinuePreview,
  ) {}

  @Get(':id')
  @Scopes('exchanges:read')
  async read(@Param('id', ParseUUIDPipe) exchangeId: string): Promise<ExchangeRecord> {
    const { manager } = this.database;
    const exchange = await manager.findOneBy(ExchangeEntity, { id: exchangeId });
    const answered = await manager.findBy(AnsweredRequestEntity, { exchangeId });
    if (exchange === null && answered.length === 0) throw new NotFoundException('no such exchange');
    const messages = await manager.find(JournalEntryEntity, {
      select: { messageId: true, direction: true, action: true, at: true, parts: true },
      where: { exchangeId },
      order: { at: 'ASC' },
    });
    return {
      exchangeId,
      ...(exchange === null ? {} : { asRequester: viewOfExchange(exchange) }),
      ...(answered.length === 0
        ? {}
        : {
            asProvider: answered.map(({ requestId, outcome, usageReference, counterpart, answeredAt }) => ({
              requestId,
              outcome,
              usageReference,
              requester: counterpart,
              answeredAt,
            })),
          }),
      messages,
    };
  }

  /** The person is here and wants to look: the second request goes out, and the browser follows the link in the answer. */
  @Post(':id/preview')
  @Scopes('cases:write')
  async preview(
    @Param('id', ParseUUIDPipe) exchangeId: string,
    @Body() { returnLocation }: ContinuePreviewDto,
  ): Promise<{ previewLocation: string }> {
    return { previewLocation: await this.continuePreview.run(exchangeId, returnLocation) };
  }
}
