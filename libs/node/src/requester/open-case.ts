import { Injectable } from '@nestjs/common';
import type { RenderedNotice } from '@oots/consent';
import { ConversationId } from '@oots/edm';
import { DataSource, type EntityManager } from 'typeorm';
import type { ProcedureOffer } from '../config/country-profile.js';
import { nameOf } from '../exchange/agents.js';
import { AuditTrail } from '../exchange/audit-trail.js';
import { CaseFileEntity } from '../exchange/case-file.entity.js';
import { storedSubject } from '../exchange/subject-claims.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { ConsentNeeded, NothingToAskFor, ProcedureNotOffered } from './case-problems.js';
import type { CaseRequest, OpenedCase } from './case-request.js';
import { DiscoverEvidence, type ProvableRequirement } from './discover-evidence.js';
import { type EvidenceNeed, needsOf } from './evidence-need.js';
import { RequestEvidence } from './request-evidence.js';
import type { RequirementPlan } from './requirement-plan.js';

/** A case is opened: find out who holds the evidence, what the policy allows, tell the person, ask. It waits for no answer. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly discovery: DiscoverEvidence,
    private readonly requests: RequestEvidence,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws {ProcedureNotOffered}, {NothingToAskFor}, {ConsentNeeded} before anything is written
   * @throws {DirectoryUnavailable}, {DirectoryNotTrusted}
   */
  async run(request: CaseRequest): Promise<OpenedCase> {
    const offer = this.offerOf(request.procedure);
    const provable = await this.provableBy(request, offer);
    const needs = this.needsFor(provable, request);
    const notice = this.noticeFor(needs, offer, request);

    return this.database.transaction(async (transaction) => {
      const caseFile = await this.open(request, offer, notice, transaction);
      await this.audit.caseOpened(caseFile, offer.authority, transaction);
      await this.audit.noticeGiven(caseFile, offer.authority, transaction);
      const exchanges = [];
      const asked = new Map<string, string>();
      const { subject, explicitRequest } = request;
      for (const need of needs) {
        const requesting = { caseFile, offer, subject, explicitRequest, notice };
        const { id, evidenceType, mode, classification } = await this.requests.run(need, requesting, transaction);
        exchanges.push({ exchangeId: id, evidenceType, mode });
        asked.set(classification, id);
      }
      await transaction.update(CaseFileEntity, caseFile.id, { plans: provable.map((way) => planOf(way, asked)) });
      return { caseId: caseFile.id, conversationId: caseFile.conversationId, exchanges, notice };
    });
  }

  private offerOf(procedure: string): ProcedureOffer {
    const offer = this.surroundings.profile.procedures.find((candidate) => candidate.procedure === procedure);
    if (offer === undefined) throw new ProcedureNotOffered(procedure);
    return offer;
  }

  /** @returns the requirements that evidence of the wanted types can prove, with those types only */
  private async provableBy(
    { procedure, providerCountry, evidenceTypes }: CaseRequest,
    offer: ProcedureOffer,
  ): Promise<readonly ProvableRequirement[]> {
    const declared = await this.discovery.run(offer, providerCountry);
    const wanted = declared.map(({ requirement, lists }) => ({
      requirement,
      lists: lists
        .map((list) => list.filter(({ evidenceType }) => evidenceTypes?.includes(evidenceType) ?? true))
        .filter((list) => list.length > 0),
    }));
    const provable = wanted.filter(({ lists }) => lists.length > 0);
    if (provable.length === 0) throw new NothingToAskFor(procedure, providerCountry);
    return provable;
  }

  /** Asked for at first is the first list of each requirement. */
  private needsFor(
    provable: readonly ProvableRequirement[],
    { procedure, providerCountry }: CaseRequest,
  ): readonly EvidenceNeed[] {
    const { policy, profile } = this.surroundings;
    const needs = needsOf(
      provable.map(({ requirement, lists: [list = []] }) => ({ requirement, list })),
      ({ evidenceType }) =>
        policy.decide({ procedure, requesterCountry: profile.country, providerCountry, evidenceType }),
    );
    const onConsent = needs.find(({ decision }) => decision.mode === 'background-consent');
    if (onConsent !== undefined) throw new ConsentNeeded(onConsent.decision.rule);
    return needs;
  }

  /** One notice for the case: that of the first need, which names the procedure's main evidence. */
  private noticeFor(needs: readonly EvidenceNeed[], offer: ProcedureOffer, request: CaseRequest): RenderedNotice {
    const [main] = needs;
    if (main === undefined) throw new NothingToAskFor(request.procedure, request.providerCountry);
    const language = request.language ?? this.surroundings.profile.languages[0] ?? 'EN';
    return this.surroundings.notices.render(main.decision, language, {
      requesterName: nameOf(offer.authority),
      providerName: nameOf(main.available.service.publisher),
    });
  }

  private async open(
    request: CaseRequest,
    offer: ProcedureOffer,
    notice: RenderedNotice,
    transaction: EntityManager,
  ): Promise<CaseFileEntity> {
    const { clock, identifiers, seal } = this.surroundings;
    const caseFile = transaction.create(CaseFileEntity, {
      id: identifiers.uuid(),
      conversationId: ConversationId.mint(identifiers),
      procedure: request.procedure,
      form: offer.form ?? null,
      authorityId: offer.authority.identifier.value,
      providerCountry: request.providerCountry,
      state: 'collecting',
      noticeId: notice.identifier,
      noticeDigest: notice.digest,
      language: notice.language,
      explicitRequest: request.explicitRequest,
      plans: [],
      followsNotification: request.followsNotification ?? null,
      openedAt: clock.now(),
      decidedAt: null,
      subject: seal.seal(storedSubject(request.subject)),
      filledForm: null,
    });
    await transaction.insert(CaseFileEntity, caseFile);
    return caseFile;
  }
}

/** @param asked exchange by classification of the evidence type */
function planOf(
  { requirement, lists: [first = [], ...untried] }: ProvableRequirement,
  asked: ReadonlyMap<string, string>,
): RequirementPlan {
  return { requirement, exchanges: first.flatMap(({ service }) => asked.get(service.classification) ?? []), untried };
}
