import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Readiness } from '../start/readiness.js';
import { Anyone } from './access.js';

/** Liveness says that the process turns; readiness that it may be given work. */
@Controller('health')
@Anyone()
export class HealthController {
  constructor(
    private readonly database: DataSource,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ready' }> {
    if (!this.readiness.accepting) throw new ServiceUnavailableException('the node is starting or draining');
    try {
      await this.database.query('SELECT 1');
    } catch {
      throw new ServiceUnavailableException('the database does not answer');
    }
    return { status: 'ready' };
  }
}
