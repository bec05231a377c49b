import { easScheme } from '@oots/edm';
import type { AuditEvent } from '../entry/audit-event.js';

/** A request that testland's authority sent, unless told otherwise. */
export function anAuditEvent(given: Partial<AuditEvent> = {}): AuditEvent {
  return {
    type: 'request-sent',
    actor: { organisation: { scheme: easScheme('9999'), value: 'T-0001' }, role: 'requester' },
    counterpart: { country: 'EE' },
    exchangeId: '11111111-1111-4111-8111-111111111111',
    conversationId: '22222222-2222-4222-8222-222222222222',
    procedure: 'V1',
    evidenceType: 'residence',
    attributes: { requested: ['/residence/address'] },
    ...given,
  };
}
