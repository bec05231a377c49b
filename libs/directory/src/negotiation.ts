import { EDM_2_0, EDM_BACKGROUND_0_1 } from '@oots/edm';
import type { DataService, Distribution } from './declaration.js';

/** Specifications this network speaks, best first. */
export const SPOKEN_SPECIFICATIONS: readonly string[] = [EDM_BACKGROUND_0_1, EDM_2_0];

/**
 * @param announced `conformsTo` of the access service
 * @param spoken what the requester speaks, best first
 * @returns the best one that both speak; undefined when there is none
 */
export function bestSpecification(
  announced: readonly string[],
  spoken: readonly string[] = SPOKEN_SPECIFICATIONS,
): string | undefined {
  return spoken.find((specification) => announced.includes(specification));
}

/** How a request reaches one data service. */
export type ExchangeProfile =
  | { readonly profile: 'B'; readonly specification: typeof EDM_BACKGROUND_0_1 }
  | { readonly profile: 'A'; readonly specification: typeof EDM_2_0 }
  | { readonly profile: 'interactive'; readonly specification: typeof EDM_2_0 };

/**
 * Chooses for a background need, from what the directory says and never by guessing: B where it is announced; else A, where
 * the requester's policy allows a plain request without preview; else a person has to be there.
 *
 * @param plainWithoutPreview the policy lets plain v2.0 go out with `PossibilityForPreview=false`
 * @returns undefined when the service speaks nothing we speak: refuse before sending
 * @see background exchange, chapter 5
 */
export function negotiateProfile(
  service: Pick<DataService, 'conformsTo'>,
  { plainWithoutPreview }: { readonly plainWithoutPreview: boolean },
): ExchangeProfile | undefined {
  if (service.conformsTo.includes(EDM_BACKGROUND_0_1)) return { profile: 'B', specification: EDM_BACKGROUND_0_1 };
  if (!service.conformsTo.includes(EDM_2_0)) return undefined;
  return { profile: plainWithoutPreview ? 'A' : 'interactive', specification: EDM_2_0 };
}

/** What the requester can use, each list best first. */
export interface DistributionWish {
  /** Codes of the OOTSMediaTypes list. */
  readonly formats: readonly string[];
  /** Semantic Repository URL of the data model the requester reads; absent: any, also none. */
  readonly conformsTo?: string;
  /** Upper-case two-letter codes; a distribution in none of them is still taken. */
  readonly languages?: readonly string[];
}

/**
 * @returns the distribution to ask for, with at most one language: the requester's best format, then the requester's best
 *   language, then the provider's own order; undefined when the service offers nothing the requester can use
 */
export function chooseDistribution(
  service: Pick<DataService, 'distributions'>,
  wish: DistributionWish,
): Distribution | undefined {
  const usable = service.distributions
    .filter(({ format }) => wish.formats.includes(format))
    .filter(({ conformsTo }) => wish.conformsTo === undefined || wish.conformsTo === conformsTo)
    .map((distribution) => ({ distribution, language: bestLanguage(distribution.languages, wish.languages ?? []) }));

  const best = usable.toSorted(
    (one, other) =>
      rank(wish.formats, one.distribution.format) - rank(wish.formats, other.distribution.format) ||
      rank(wish.languages ?? [], one.language) - rank(wish.languages ?? [], other.language),
  )[0];
  if (best === undefined) return undefined;
  return { ...best.distribution, languages: best.language === undefined ? [] : [best.language] };
}

function bestLanguage(offered: readonly string[], wanted: readonly string[]): string | undefined {
  return wanted.find((language) => offered.includes(language)) ?? offered[0];
}

/** @returns position in the order of preference; what is not in it comes last */
function rank(preference: readonly string[], value: string | undefined): number {
  const index = value === undefined ? -1 : preference.indexOf(value);
  return index === -1 ? preference.length : index;
}
