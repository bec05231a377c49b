/** Versions of the directories' protocol, as `Accept-Version` names them. */
export const COMMON_SERVICES_2_0 = 'oots-cs:v2.0';
export const COMMON_SERVICES_1_0 = 'oots-cs:v1.0';

export type CommonServicesVersion = typeof COMMON_SERVICES_2_0 | typeof COMMON_SERVICES_1_0;

/**
 * @param acceptVersion the request header; without it the 1.0 form is meant
 * @returns undefined when the directories do not speak that version
 * @see TDD 3.6.2
 */
export function commonServicesVersion(acceptVersion: string | undefined): CommonServicesVersion | undefined {
  switch (acceptVersion) {
    case COMMON_SERVICES_2_0:
      return COMMON_SERVICES_2_0;
    case undefined:
    case COMMON_SERVICES_1_0:
      return COMMON_SERVICES_1_0;
    default:
      return undefined;
  }
}
