export { anAuditEvent } from './an-audit-event.js';
export { auditDatabase, type AuditDatabase } from './audit-database.js';
export { testAuditKey, type TestAuditKey } from './test-audit-key.js';
export { tamper } from './tamper.js';
export { tickingClock } from './ticking-clock.js';
