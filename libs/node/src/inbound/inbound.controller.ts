import { Controller, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type InboundMessage, PassHandlerErrors } from '@oots/messaging';
import { DispatchMessage } from './dispatch-message.js';

/** The node's one door: whatever wire a message came over, it enters here under its ebMS action. */
@Controller()
@UseFilters(PassHandlerErrors)
export class InboundController {
  constructor(private readonly dispatch: DispatchMessage) {}

  @EventPattern('ExecuteQueryRequest')
  request(@Payload() message: InboundMessage): Promise<void> {
    return this.dispatch.run(message);
  }

  @EventPattern('ExecuteQueryResponse')
  response(@Payload() message: InboundMessage): Promise<void> {
    return this.dispatch.run(message);
  }

  @EventPattern('ExceptionResponse')
  exception(@Payload() message: InboundMessage): Promise<void> {
    return this.dispatch.run(message);
  }

  @EventPattern('Notify')
  notification(@Payload() message: InboundMessage): Promise<void> {
    return this.dispatch.run(message);
  }
}
