import { Injectable } from '@nestjs/common';
import type { EvidenceDocument, Residence } from '@oots/evidence';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../exchange/audit-trail.js';
import { CaseFileEntity } from '../exchange/case-file.entity.js';
import type { StoredSubject } from '../exchange/subject-claims.js';
import { PostgresRegisterRecords } from '../persistence/postgres-register-records.js';
import { NodeSurroundings } from '../start/node-surroundings.js';

/** Ends the residence here when the country moved to has said where the person lives now: one permanent address, last change wins. */
@Injectable()
export class CloseResidence {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly audit: AuditTrail,
  ) {}

  /** @param documents evidence that followed a notification; without a residence abroad the case stays with a case handler */
  async run(
    caseFile: CaseFileEntity,
    documents: readonly EvidenceDocument[],
    transaction: EntityManager,
  ): Promise<void> {
    const { profile, seal, clock } = this.surroundings;
    const { residence } = (documents.find(({ evidenceType }) => evidenceType === 'residence') ??
      {}) as Partial<Residence>;
    if (residence?.address === undefined || residence.address.adminUnitL1 === profile.country) return;

    const subject = seal.open(caseFile.subject) as StoredSubject;
    const records = new PostgresRegisterRecords(transaction);
    const match = await profile.residenceRegister.match(subject.claims, records);
    if (match.outcome !== 'one') return;
    const change = { movedOn: residence.startDate, address: residence.address };
    await profile.residenceRegister.registerDeparture(match.key, change, records);

    const offer = profile.procedures.find(({ procedure }) => procedure === caseFile.procedure);
    await this.audit.registerUpdated(
      {
        authority: (offer?.authority ?? profile.intermediary).identifier,
        register: profile.residenceRegister.evidenceType,
        subject,
        conversationId: caseFile.conversationId,
      },
      transaction,
    );
    await transaction.update(CaseFileEntity, caseFile.id, { state: 'decided', decidedAt: clock.now() });
  }
}
