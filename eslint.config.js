import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/**
 * Errors only: what is worth saying is worth failing for.
 *
 * The layers of docs/architecture: edm, evidence ← directory, messaging, consent, audit, prefill ← node ← countries ← apps.
 * Neighbours on one level do not know each other. Networks of nodes (topology, scenarios) and the command line may look at
 * every library.
 */
const below = {
  'layer:foundation': [],
  'layer:capability': ['layer:foundation'],
  'layer:node': ['layer:foundation', 'layer:capability'],
  'layer:countries': ['layer:foundation', 'layer:capability', 'layer:node'],
  'layer:app': ['layer:foundation', 'layer:capability', 'layer:node', 'layer:countries'],
  'layer:engine': [],
  'layer:network': ['*'],
  'layer:tool': ['*'],
};

/** @param {string[]} alsoAllowed tags that every layer may use */
const boundaries = (alsoAllowed) => [
  'error',
  {
    allow: [],
    depConstraints: Object.entries(below).map(([sourceTag, layers]) => ({
      sourceTag,
      onlyDependOnLibsWithTags: [...layers, ...alsoAllowed],
    })),
  },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.local/**', 'coverage/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries([]),
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: {
      // Tests stand on real engines: a database, a broker.
      '@nx/enforce-module-boundaries': boundaries(['layer:engine']),
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
);
