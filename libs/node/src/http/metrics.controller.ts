import { Controller, Get, Header } from '@nestjs/common';
import { NodeMetrics } from './node-metrics.js';
import { Anyone } from './access.js';

/** Prometheus text format. Labels are countries, actions and outcomes: nothing that points to a person. */
@Controller('metrics')
@Anyone()
export class MetricsController {
  constructor(private readonly metrics: NodeMetrics) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
