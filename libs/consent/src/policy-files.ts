/** The tables that this testbed decides by, as files: whoever starts a node reads them, and may read others instead. */
export const policyFiles = {
  policyTable: new URL('../policy/policy-table.yaml', import.meta.url),
  permissions: new URL('../policy/permissions.yaml', import.meta.url),
  notices: new URL('../policy/notices.yaml', import.meta.url),
} as const;
