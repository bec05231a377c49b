import { SetMetadata } from '@nestjs/common';

export const SCOPES = Symbol('scopes');
export const ANYONE = Symbol('anyone');

/** Everything that a token can allow. */
export const SCOPE_NAMES = ['cases:write', 'cases:read', 'exchanges:read', 'audit:read'] as const;

/** What a token must allow. Authorities get theirs by client credentials from their own country's issuer. */
export type Scope = (typeof SCOPE_NAMES)[number];

/** The route answers whoever holds a token with every one of these scopes. */
export const Scopes = (...scopes: Scope[]) => SetMetadata(SCOPES, scopes);

/** The route answers without a token: node description, keys, tree heads, health. */
export const Anyone = () => SetMetadata(ANYONE, true);
