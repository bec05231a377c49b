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

/** Kafka is one way to carry messages: what knows its client is that adapter, and the engine that starts brokers. */
const kafkaOnlyInItsAdapter = {
  name: 'kafkajs',
  message: 'kafkajs stays inside libs/messaging/src/kafka: elsewhere the port is Transport.',
};

const environmentOnlyInConfiguration = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read where configuration is: a config folder, or the main.ts that passes it on.',
};

/** Time and identifiers are injected, so that a test can own them. */
const injected = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Clock'],
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Clock'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'IdentifierSource'],
  ["MemberExpression[property.name='randomUUID']", 'IdentifierSource'],
  ["ImportSpecifier[imported.name='randomUUID']", 'IdentifierSource'],
].map(([selector, port]) => ({ selector, message: `Take a ${port} of @oots/edm: time and identifiers are injected.` }));

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
    files: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', kafkaOnlyInItsAdapter],
      'no-restricted-syntax': ['error', environmentOnlyInConfiguration, ...injected],
    },
  },
  {
    files: ['apps/*/src/main.ts', '**/config/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...injected] },
  },
  {
    files: ['libs/edm/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', environmentOnlyInConfiguration] },
  },
  {
    files: ['libs/messaging/src/kafka/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: {
      'no-restricted-syntax': 'off',
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
