import { Injectable } from '@nestjs/common';
import { BACKGROUND_REFUSALS } from '@oots/consent';
import {
  EDM_BACKGROUND_0_1,
  type EbmsHeader,
  edmException,
  type EvidenceRequest,
  EvidenceResponseId,
  Refusal,
  statedBasis,
  writeEvidenceResponse,
} from '@oots/edm';
import { type EvidenceDocument, minimise } from '@oots/evidence';
import type { EntityManager } from 'typeorm';
import type { EvidenceOffer } from '../config/country-profile.js';
import { AuditTrail } from '../exchange/audit-trail.js';
import { OutgoingMessages } from '../exchange/outgoing-messages.js';
import { storedSubject } from '../exchange/subject-claims.js';
import { PostgresRegisterRecords } from '../persistence/postgres-register-records.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { DeferEvidence } from './defer-evidence.js';
import type { Match, RegisterKey } from './evidence-register.js';
import { NoEvidence } from './no-evidence.js';
import { packageEvidence } from './package-evidence.js';
import { ProcessedRequests } from './processed-requests.js';
import { usageReferenceFor } from './usage-reference.js';

/** A request that this node serves. */
export interface ServedRequest {
  readonly request: EvidenceRequest;
  readonly offer: EvidenceOffer;
  readonly header: EbmsHeader;
  /** Country of the requester, proven by its key. */
  readonly counterpart: string;
  /** Whom the request means, once the person signed in for a preview; else it is found by what the request claims. */
  readonly subject?: RegisterKey;
}

/** What the register holds of a person: the whole evidence, or the date from which it will. */
export type FoundEvidence =
  | { readonly outcome: 'now'; readonly document: EvidenceDocument }
  | { readonly outcome: 'later'; readonly availableAt: Date };

/** What may leave of an evidence type. */
interface Allowance {
  /** Path patterns; undefined: the whole evidence. */
  readonly paths?: readonly string[];
  readonly omitted: readonly string[];
  readonly permission?: { readonly rule: string; readonly version: string };
}

/** Permission, identity match, register, minimisation, log, answer: in this order, and nothing leaves before it is logged. */
@Injectable()
export class ReleaseEvidence {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly messages: OutgoingMessages,
    private readonly audit: AuditTrail,
    private readonly processed: ProcessedRequests,
    private readonly deferral: DeferEvidence,
  ) {}

  /** @returns whether the evidence left, or was promised for a date @throws {Refusal} when nothing may leave */
  async run(served: ServedRequest, transaction: EntityManager): Promise<'released' | 'deferred'> {
    const allowance = this.allowanceFor(served);
    const found = await this.evidenceFor(served, transaction);
    if (found.outcome === 'later') {
      await this.deferral.run(served, found.availableAt, transaction);
      return 'deferred';
    }
    const { document, disclosed, omitted } = reduce(found.document, allowance.paths);
    if (disclosed.length === 0) throw new NoEvidence('NOTHING_PERMITTED');
    await this.answer(served, document, disclosed, [...allowance.omitted, ...omitted], allowance, transaction);
    return 'released';
  }

  /** The evidence that a person is shown before deciding. @throws {Refusal} as {@link run} */
  async preview(served: ServedRequest, transaction: EntityManager): Promise<FoundEvidence> {
    const { paths } = this.allowanceFor(served);
    const found = await this.evidenceFor(served, transaction);
    return found.outcome === 'later' ? found : { ...found, document: reduce(found.document, paths).document };
  }

  private allowanceFor({ request, offer, counterpart }: ServedRequest): Allowance {
    // A person who looks and agrees lets evidence go; on what basis the requester asks is then its own affair.
    if (request.preview !== undefined || request.possibilityForPreview) return { omitted: [] };
    const basis = statedBasis(request);
    if (basis === undefined) throw refused('legal-basis-not-accepted');
    if (basis instanceof Refusal) throw basis;
    // A consent counts only once its token is verified, which this node cannot do yet: gap G-07. It fails closed.
    if (basis.legalBasis.type === 'GDPR-6-1-a') throw refused('consent-not-valid');
    const decision = this.surroundings.permissions.check({
      providerCountry: this.surroundings.profile.country,
      requester: { country: counterpart, organisation: request.requester.identifier },
      procedure: request.procedure,
      purpose: basis.purpose.code,
      evidenceType: offer.register.evidenceType,
      legalBasis: basis.legalBasis,
      ...(basis.requestedAttributes === undefined ? {} : { requestedPaths: basis.requestedAttributes }),
    });
    if (decision.outcome === 'refused') throw refused(decision.reason);
    const permission = { rule: decision.rule, version: decision.tableVersion };
    return { paths: decision.granted, omitted: decision.omitted, permission };
  }

  private async evidenceFor(
    { request, offer, subject }: ServedRequest,
    transaction: EntityManager,
  ): Promise<FoundEvidence> {
    const { register } = offer;
    const records = new PostgresRegisterRecords(transaction);
    const now = this.surroundings.clock.now();
    const key = subject ?? matched(await register.match(storedSubject(request.subject).claims, records));
    const availableAt = await register.availableFrom?.(key, records, now);
    if (availableAt !== undefined && availableAt > now) return { outcome: 'later', availableAt };
    const document = await register.extract(key, records, now);
    if (document === undefined) throw new NoEvidence('NOT_ON_RECORD');
    return { outcome: 'now', document };
  }

  private async answer(
    { request, offer, header, counterpart }: ServedRequest,
    document: EvidenceDocument,
    disclosed: readonly string[],
    omitted: readonly string[],
    { permission }: Allowance,
    transaction: EntityManager,
  ): Promise<void> {
    const { clock, identifiers, profile } = this.surroundings;
    const responseId = EvidenceResponseId.mint(identifiers);
    const usageReference = usageReferenceFor(request, header, identifiers);
    const evidenceId = String(document['evidenceId']);
    const release = {
      evidenceRequest: request,
      evidenceType: offer.register.evidenceType,
      usageReference,
      evidenceId,
      responseId,
      disclosed,
      omitted,
      ...(permission === undefined ? {} : { permission }),
    };
    await this.audit.evidenceReleased(release, header, counterpart, transaction);
    await this.processed.released(request.id, { usageReference, evidenceId }, transaction);

    const packaged = packageEvidence({ request, offer }, document, this.surroundings);
    const { publisher } = offer.service;
    const background =
      request.specification === EDM_BACKGROUND_0_1
        ? { background: { usageReference, disclosedAttributes: disclosed } }
        : {};
    await this.messages.post(
      {
        action: 'ExecuteQueryResponse',
        conversationId: header.conversationId,
        exchangeId: header.exchangeId,
        specification: request.specification,
        originalSender: publisher.identifier,
        finalRecipient: header.originalSender,
        accessPoint: header.from,
        counterpart,
        document: writeEvidenceResponse({
          status: 'Success',
          id: responseId,
          requestId: request.id,
          specification: request.specification,
          issuedAt: clock.now(),
          provider: { ...publisher, country: profile.country, classification: 'EP' },
          intermediaries: [],
          requester: { identifier: request.requester.identifier, names: request.requester.names },
          packages: [packaged.package],
          ...background,
        }),
        evidence: packaged.parts,
      },
      transaction,
    );
  }
}

function matched(match: Match): RegisterKey {
  if (match.outcome === 'none') throw new NoEvidence('NO_MATCH');
  if (match.outcome === 'several') throw new NoEvidence('AMBIGUOUS');
  if (match.outcome === 'protected') throw new NoEvidence('PROTECTED');
  return match.key;
}

function reduce(whole: EvidenceDocument, paths: readonly string[] | undefined) {
  return minimise(whole, paths ?? Object.keys(whole).map((name) => `/${name}`));
}

function refused(reason: keyof typeof BACKGROUND_REFUSALS): Refusal {
  const { code, detail } = BACKGROUND_REFUSALS[reason];
  const exception = edmException(code);
  if (exception === undefined) throw new RangeError(`no EDM exception ${code}`);
  return new Refusal(exception, detail);
}
