import { ConflictException, ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import {
  EDM_EXCEPTIONS,
  type EbmsHeader,
  type EvidenceRequest,
  readEbmsHeader,
  readEvidenceRequest,
  Refusal,
} from '@oots/edm';
import type { EvidenceDocument } from '@oots/evidence';
import type { InboundMessage } from '@oots/messaging';
import { DataSource, type EntityManager, In, LessThanOrEqual } from 'typeorm';
import type { EvidenceOffer } from '../config/country-profile.js';
import { deadline } from '../exchange/deadline.js';
import { NodeMetrics } from '../http/node-metrics.js';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { type AssertedIdentity, ConfirmIdentity } from './confirm-identity.js';
import type { RegisterKey } from './evidence-register.js';
import { NoEvidence } from './no-evidence.js';
import { PreviewEntity } from './preview.entity.js';
import { belongsTo, digestOf, newSession } from './preview-session.js';
import { ProcessedRequests } from './processed-requests.js';
import { RefuseRequest } from './refuse-request.js';
import { ReleaseEvidence, type ServedRequest } from './release-evidence.js';

/** What the page of one preview shows. */
export type PreviewPage =
  | { readonly state: 'waiting-for-request' }
  | { readonly state: 'sign-in' }
  | { readonly state: 'decide'; readonly evidence: EvidenceDocument; readonly requester: string }
  | { readonly state: 'not-yet'; readonly availableAt: Date }
  | { readonly state: 'nothing-to-show' }
  | { readonly state: 'over' };

/** The browser that sends a form: what its cookie says, and what stands in the form. */
export interface Visit {
  readonly session: string | undefined;
  readonly formToken: string;
}

/** How a sign-in ended. After the last failure the preview is over and the browser goes back. */
export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly session: string }
  | { readonly outcome: 'failed' }
  | { readonly outcome: 'over'; readonly returnLocation: string };

/** How often a person may sign in before the second request is refused. */
const SIGN_INS = 3;

/** The provider's preview space: the link, the waiting second request, the sign-in, the person's decision. @see TDD 4.9 */
@Injectable()
export class PreviewSpace {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
    private readonly release: ReleaseEvidence,
    private readonly refuse: RefuseRequest,
    private readonly identity: ConfirmIdentity,
    private readonly processed: ProcessedRequests,
    private readonly metrics: NodeMetrics,
  ) {}

  /** First request: the answer is a link. */
  async offer(
    request: EvidenceRequest,
    message: InboundMessage,
    offer: EvidenceOffer,
    transaction: EntityManager,
  ): Promise<void> {
    const { clock, config, identifiers } = this.surroundings;
    const token = `${identifiers.uuid()}${identifiers.uuid()}`.replaceAll('-', '');
    const location = `${config.PUBLIC_URL}/preview/${token}`;
    await transaction.insert(PreviewEntity, {
      token,
      location,
      exchangeId: message.header.exchangeId,
      counterpart: message.sender.country,
      state: 'offered',
      expiresAt: deadline(clock.now(), config.T2_MINUTES),
      returnLocation: null,
      header: null,
      request: null,
    });
    const description = offer.service.titles.find(({ lang }) => lang === 'EN') ?? offer.service.titles[0];
    await this.refuse.run(
      {
        refusal: new Refusal(EDM_EXCEPTIONS.missingAuthorization, 'preview'),
        requestId: request.id,
        requester: request.requester,
        request,
        header: message.header,
        counterpart: message.sender.country,
        preview: { location, ...(description === undefined ? {} : { descriptions: [description] }) },
      },
      transaction,
    );
    await this.processed.previewOffered(request.id, transaction);
    this.metrics.answered.inc({
      outcome: 'preview-offered',
      code: 'EDM:ERR:0002',
      counterpart: message.sender.country,
    });
  }

  /** Second request: it waits for the person. @throws {Refusal} when no such link was issued, or it expired */
  async await(request: EvidenceRequest, message: InboundMessage, transaction: EntityManager): Promise<void> {
    const { clock, config, seal } = this.surroundings;
    const preview = await transaction.findOne(PreviewEntity, {
      where: { location: request.preview?.previewLocation ?? '', exchangeId: message.header.exchangeId },
      lock: { mode: 'pessimistic_write' },
    });
    if (preview === null) throw new Refusal(EDM_EXCEPTIONS.unresolvedReference, 'R-EDM-REQ-C005');
    if (preview.state !== 'offered' || preview.expiresAt <= clock.now()) throw Refusal.timedOut('T2');
    await transaction.update(PreviewEntity, preview.token, {
      state: 'awaiting-decision',
      expiresAt: deadline(clock.now(), config.T3_MINUTES),
      returnLocation: request.preview?.returnLocation ?? null,
      header: message.headerXml,
      request: seal.seal(Buffer.from(message.parts[0]?.bytes ?? []).toString('utf8')),
    });
    await this.processed.awaitsDecision(request.id, transaction);
  }

  /**
   * @param session of the browser; the evidence is shown in the one in which the person signed in, and in no other
   * @throws {NotFoundException} only links that were issued here are served
   */
  async page(token: string, session: string | undefined): Promise<PreviewPage> {
    const preview = await this.database.manager.findOneBy(PreviewEntity, { token });
    if (preview === null) throw new NotFoundException('no such preview');
    if (preview.expiresAt <= this.surroundings.clock.now()) return { state: 'over' };
    if (preview.state === 'offered') return { state: 'waiting-for-request' };
    if (preview.state !== 'awaiting-decision') return { state: 'over' };
    if (!signedInWith(preview, session)) return { state: 'sign-in' };
    const served = this.servedBy(preview);
    try {
      const found = await this.release.preview(served, this.database.manager);
      if (found.outcome === 'later') return { state: 'not-yet', availableAt: found.availableAt };
      return { state: 'decide', evidence: found.document, requester: served.request.requester.names[0]?.text ?? '' };
    } catch (error) {
      if (error instanceof Refusal) return { state: 'nothing-to-show' };
      throw error;
    }
  }

  /**
   * The person signs in again, this time at the provider. A wrong identity and one that the request is not about look the same.
   *
   * @throws {NotFoundException}, {ConflictException} decided or expired before, {ForbiddenException} another browser's form
   */
  async signIn(token: string, visit: Visit, asserted: AssertedIdentity): Promise<SignInOutcome> {
    const { identifiers, seal } = this.surroundings;
    return this.database.transaction(async (transaction) => {
      const preview = await this.undecided(token, visit, transaction);
      const served = this.servedBy(preview);
      const subject = await this.identity.run(served, asserted, transaction);
      if (subject !== undefined) {
        const session = newSession(identifiers);
        const signedIn = { session: digestOf(session), subject: seal.seal(subject) };
        await transaction.update(PreviewEntity, token, signedIn);
        return { outcome: 'signed-in', session };
      }
      const failedSignIns = preview.failedSignIns + 1;
      await transaction.update(PreviewEntity, token, { failedSignIns });
      if (failedSignIns < SIGN_INS) return { outcome: 'failed' };
      await this.decline(served, new Refusal(EDM_EXCEPTIONS.failedAuthentication, 'preview sign-in'), transaction);
      await this.end(preview, 'not-signed-in', transaction);
      return { outcome: 'over', returnLocation: preview.returnLocation ?? '/' };
    });
  }

  /**
   * The person decided; the second request is answered.
   *
   * @returns where the browser goes next
   * @throws {NotFoundException}, {ConflictException} decided or expired before, {ForbiddenException} not signed in
   */
  async decide(token: string, visit: Visit, accepted: boolean): Promise<string> {
    return this.database.transaction(async (transaction) => {
      const preview = await this.undecided(token, visit, transaction);
      if (!signedInWith(preview, visit.session)) throw new ForbiddenException('nobody is signed in');
      const served = this.servedBy(preview);
      try {
        if (!accepted) throw new NoEvidence('DECLINED_IN_PREVIEW');
        await this.release.run(served, transaction);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await this.decline(served, error, transaction);
      }
      await this.end(preview, accepted ? 'accepted' : 'declined', transaction);
      return preview.returnLocation ?? '/';
    });
  }

  /** T2 and T3: a link nobody used expires in silence, a person who does not decide times out the second request. */
  async expire(): Promise<number> {
    const now = this.surroundings.clock.now();
    const due = await this.database.manager.findBy(PreviewEntity, {
      state: In(['offered', 'awaiting-decision']),
      expiresAt: LessThanOrEqual(now),
    });
    for (const { token } of due) {
      await this.database.transaction(async (transaction) => {
        const preview = await this.lock(token, transaction);
        if (preview === null || preview.expiresAt > now) return;
        if (preview.state === 'awaiting-decision')
          await this.decline(this.servedBy(preview), Refusal.timedOut('T3'), transaction);
        if (preview.state === 'offered' || preview.state === 'awaiting-decision')
          await this.end(preview, 'expired', transaction);
      });
    }
    return due.length;
  }

  private lock(token: string, transaction: EntityManager): Promise<PreviewEntity | null> {
    return transaction.findOne(PreviewEntity, { where: { token }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns a preview that waits for the person, for a form of the same browser */
  private async undecided(token: string, visit: Visit, transaction: EntityManager): Promise<PreviewEntity> {
    const preview = await this.lock(token, transaction);
    if (preview === null) throw new NotFoundException('no such preview');
    if (preview.state !== 'awaiting-decision' || preview.expiresAt <= this.surroundings.clock.now()) {
      throw new ConflictException('this preview is over');
    }
    if (!belongsTo(visit.session, visit.formToken)) throw new ForbiddenException('the form is of another session');
    return preview;
  }

  private async decline(served: ServedRequest, refusal: Refusal, transaction: EntityManager): Promise<void> {
    const { request, header, counterpart } = served;
    await this.refuse.run(
      { refusal, requestId: request.id, requester: request.requester, request, header, counterpart },
      transaction,
    );
    await this.processed.refused(request.id, refusal, transaction);
    this.metrics.answered.inc({ outcome: 'refused', code: refusal.exception.code, counterpart });
  }

  /** What was asked for is not kept once it is answered. */
  private async end(preview: PreviewEntity, state: PreviewEntity['state'], transaction: EntityManager): Promise<void> {
    await transaction.update(PreviewEntity, preview.token, {
      state,
      header: null,
      request: null,
      session: null,
      subject: null,
    });
  }

  /** The second request, read again from where it was kept; it was valid when it came. */
  private servedBy(preview: PreviewEntity): ServedRequest {
    const { seal, profile } = this.surroundings;
    const header = readEbmsHeader(preview.header ?? '').legible as EbmsHeader;
    const request = readEvidenceRequest(seal.open(preview.request ?? Buffer.alloc(0)) as string).value;
    const offer = profile.offers.find(({ service }) => service.identifier === request?.evidenceType.dataServiceId);
    if (request === undefined || offer === undefined)
      throw new RangeError('a waiting preview no longer fits this node');
    const subject = preview.subject === null ? {} : { subject: seal.open(preview.subject) as RegisterKey };
    return { request, offer, header, counterpart: preview.counterpart, ...subject };
  }
}

function signedInWith(preview: PreviewEntity, session: string | undefined): boolean {
  return session !== undefined && preview.session === digestOf(session);
}
