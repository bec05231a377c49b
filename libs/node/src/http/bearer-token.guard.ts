import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { ANYONE, type Scope, SCOPES } from './access.js';

/** A caller whose token was checked. */
export interface Caller {
  /** Organisation identifier of the authority. */
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
}

const SKEW_SECONDS = 5;

/**
 * Every route wants a token of this country's issuer unless it is marked for anyone; a route that says neither answers nobody.
 * The issuer is a key and no service yet: gap G-05.
 */
@Injectable()
export class BearerTokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly surroundings: NodeSurroundings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(ANYONE, targets)) return true;
    const needed = this.reflector.getAllAndOverride<Scope[] | undefined>(SCOPES, targets);
    if (needed === undefined) throw new ForbiddenException('this route names no scope');

    const request = context.switchToHttp().getRequest<Request & { caller?: Caller }>();
    const caller = await this.callerOf(request.headers.authorization);
    const missing = needed.filter((scope) => !caller.scopes.has(scope));
    if (missing.length > 0) throw new ForbiddenException(`the token lacks ${missing.join(', ')}`);
    request.caller = caller;
    return true;
  }

  private async callerOf(authorization: string | undefined): Promise<Caller> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new UnauthorizedException('a bearer token is needed');
    const { profile, peers, clock } = this.surroundings;
    const now = clock.now();
    const keys = createLocalJWKSet({
      keys: peers
        .authorityTokenKeys(profile.country, now)
        .map(({ key, kid, alg }) => ({ ...key.export({ format: 'jwk' }), kid, alg })),
    });
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, keys, {
        algorithms: ['ES256', 'EdDSA'],
        issuer: `urn:oots:issuer:${profile.country}`,
        audience: `urn:oots:node:${profile.country}`,
        currentDate: now,
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['sub', 'exp', 'scope'],
      }));
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new UnauthorizedException(`the token is refused: ${error.code}`);
      throw error;
    }
    return { subject: String(payload.sub), scopes: new Set(String(payload['scope']).split(' ')) };
  }
}
