import { Injectable } from '@nestjs/common';
import { covers, type EvidenceDocument, pathsOf } from '@oots/evidence';
import { formOf, prefill, type PrefillSource, unusedPaths } from '@oots/prefill';
import { type EntityManager, In } from 'typeorm';
import { ConfigurationError } from '../config/configuration-error.js';
import { AuditTrail } from '../exchange/audit-trail.js';
import { CaseFileEntity } from '../exchange/case-file.entity.js';
import { ExchangeEntity, UNFINISHED_STATES } from '../exchange/exchange.entity.js';
import type { StoredSubject } from '../exchange/subject-claims.js';
import { CloseResidence } from '../residence/close-residence.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { TryNextList } from './try-next-list.js';

interface ExchangeSource {
  readonly exchange: ExchangeEntity;
  readonly source: PrefillSource;
}

/** Moves a case on when one of its exchanges has ended: asks for other evidence, or fills its form and gives it to whoever decides. */
@Injectable()
export class AdvanceCase {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly audit: AuditTrail,
    private readonly closeResidence: CloseResidence,
    private readonly nextList: TryNextList,
  ) {}

  /** Whom the case of an exchange is about. */
  async subjectOf(exchange: ExchangeEntity, transaction: EntityManager): Promise<StoredSubject> {
    const caseFile = await transaction.findOneByOrFail(CaseFileEntity, { id: exchange.caseId });
    return this.surroundings.seal.open(caseFile.subject) as StoredSubject;
  }

  /** Locks the case, so that two exchanges that end at once do not each see the other as open. */
  async run(caseId: string, transaction: EntityManager): Promise<void> {
    const caseFile = await transaction.findOneOrFail(CaseFileEntity, {
      where: { id: caseId },
      lock: { mode: 'pessimistic_write' },
    });
    if (caseFile.state !== 'collecting') return;
    await this.nextList.run(caseFile, transaction);
    const waiting = await transaction.countBy(ExchangeEntity, { caseId, state: In([...UNFINISHED_STATES]) });
    if (waiting > 0) return;

    const delivered = await transaction.findBy(ExchangeEntity, { caseId, state: 'delivered' });
    const sources = delivered.flatMap((exchange) => this.sourcesOf(exchange));
    await transaction.update(CaseFileEntity, caseId, { state: 'ready' });
    if (caseFile.form !== null) await this.fillForm(caseFile.form, caseId, sources, transaction);
    if (caseFile.followsNotification !== null) {
      const documents = sources.map(({ source }) => source.document);
      await this.closeResidence.run(caseFile, documents, transaction);
    }
    if (caseFile.form === null)
      await this.discard(sources, caseFile.followsNotification === null ? [] : ['/residence'], transaction);
    // What the form and the register did not take is not kept; what they took stands there with its source.
    await transaction.update(ExchangeEntity, { caseId }, { evidence: null });
  }

  private async fillForm(
    identifier: string,
    caseId: string,
    sources: readonly ExchangeSource[],
    transaction: EntityManager,
  ): Promise<void> {
    const form = formOf(identifier);
    if (form === undefined) throw new ConfigurationError(`no form ${identifier}`);
    const filled = prefill(
      form.definition,
      form.mappings,
      sources.map(({ source }) => source),
    );
    await transaction.update(CaseFileEntity, caseId, { filledForm: this.surroundings.seal.seal(filled) });

    for (const { exchange, source } of sources) {
      const fields = filled.fields
        .filter((field) => field.state === 'filled' && field.sourceEvidenceId === source.evidenceId)
        .map(({ name }) => name);
      const use = { fields, form: filled.form, formVersion: filled.formVersion, evidenceId: source.evidenceId };
      await this.audit.exchangeProgressed('evidence-used', exchange, { detail: use }, transaction);
      const unused = unusedPaths(filled, [source]).flatMap(({ paths }) => paths);
      if (unused.length > 0) {
        const discard = { fields: unused, evidenceId: source.evidenceId };
        await this.audit.exchangeProgressed('evidence-discarded', exchange, { detail: discard }, transaction);
      }
    }
  }

  /** Without a form nothing is pre-filled: all that is not used otherwise goes. @param used path patterns of what stays */
  private async discard(
    sources: readonly ExchangeSource[],
    used: readonly string[],
    transaction: EntityManager,
  ): Promise<void> {
    for (const { exchange, source } of sources) {
      const fields = pathsOf(source.document).filter((path) => !covers(used, path));
      const detail = { fields, evidenceId: source.evidenceId };
      if (fields.length > 0)
        await this.audit.exchangeProgressed('evidence-discarded', exchange, { detail }, transaction);
    }
  }

  private sourcesOf(exchange: ExchangeEntity): ExchangeSource[] {
    if (exchange.evidence === null) return [];
    const documents = this.surroundings.seal.open(exchange.evidence) as readonly EvidenceDocument[];
    return documents.map((document) => ({
      exchange,
      source: {
        evidenceId: String(document['evidenceId']),
        evidenceType: exchange.evidenceType,
        document,
        provider: exchange.providerName,
        retrievedAt: exchange.settledAt ?? this.surroundings.clock.now(),
        legalBasis: exchange.legalBasis,
      },
    }));
  }
}
