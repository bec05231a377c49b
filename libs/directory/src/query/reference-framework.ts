import { v5 as nameBasedUuid } from 'uuid';
import type { ReferenceFramework } from './directory-answer.js';

/** A declaration gives its frameworks no identifier of their own; a name-based UUID stays the same from one start to the next. */
export function referenceFramework(requirement: string, procedure: string, country: string): ReferenceFramework {
  return {
    identifier: nameBasedUuid(`${requirement}#${country}-${procedure}`, nameBasedUuid.URL),
    procedure,
    country,
  };
}
