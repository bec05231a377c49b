import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  ServiceUnavailableException,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { DirectoryNotTrusted, DirectoryUnavailable } from '@oots/directory';
import type { FilledForm } from '@oots/prefill';
import { DataSource } from 'typeorm';
import { CaseFileEntity } from '../exchange/case-file.entity.js';
import { ExchangeEntity } from '../exchange/exchange.entity.js';
import { Scopes } from '../http/access.js';
import { DecideMove } from '../residence/decide-move.js';
import { DecideMoveDto } from '../residence/decide-move.dto.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import type { OpenedCase } from './case-request.js';
import { type CaseView, viewOfCase } from './case-view.js';
import { OpenCase } from './open-case.js';
import { OpenCaseDto } from './open-case.dto.js';

/** Cases of the country's authorities. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly openCase: OpenCase,
    private readonly decideMove: DecideMove,
  ) {}

  /** Opens a case and asks for its evidence in the background. The answer is a conversation id, the evidence comes later. */
  @Post()
  @Scopes('cases:write')
  @HttpCode(HttpStatus.ACCEPTED)
  async open(@Body() body: OpenCaseDto): Promise<OpenedCase> {
    try {
      return await this.openCase.run(body.need());
    } catch (error) {
      if (error instanceof DirectoryUnavailable || error instanceof DirectoryNotTrusted) {
        throw new ServiceUnavailableException(`the directories gave no usable answer: ${error.name}`);
      }
      throw error;
    }
  }

  @Get()
  @Scopes('cases:read')
  async list(): Promise<readonly { id: string; procedure: string; state: string; openedAt: Date }[]> {
    return this.database.manager.find(CaseFileEntity, {
      select: { id: true, procedure: true, state: true, openedAt: true, conversationId: true, providerCountry: true },
      order: { openedAt: 'DESC' },
      take: 200,
    });
  }

  @Get(':id')
  @Scopes('cases:read')
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<CaseView> {
    const caseFile = await this.database.manager.findOneBy(CaseFileEntity, { id });
    if (caseFile === null) throw new NotFoundException('no such case');
    const exchanges = await this.database.manager.find(ExchangeEntity, {
      where: { caseId: id },
      order: { openedAt: 'ASC', evidenceType: 'ASC' },
    });
    const form =
      caseFile.filledForm === null ? undefined : (this.surroundings.seal.open(caseFile.filledForm) as FilledForm);
    return viewOfCase(caseFile, exchanges, form);
  }

  /** The case handler accepts the move that the case is about. */
  @Post(':id/decision')
  @Scopes('cases:write')
  @HttpCode(HttpStatus.NO_CONTENT)
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() body: DecideMoveDto): Promise<void> {
    return this.decideMove.run(id, body.change());
  }
}
