import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

// The limits of the house plan (docs/architecture.md), as errors. Dependencies between rooms are guarded by .dependency-cruiser.cjs.
const tooMany = (selector, most, what) => ({ selector, message: `At most ${String(most)} parameters for ${what}. Pass an object.` });
const limits = [
  tooMany('FunctionDeclaration[params.length>3]', 3, 'a function'),
  tooMany('ArrowFunctionExpression[params.length>3]', 3, 'a function'),
  tooMany("MethodDefinition[kind!='constructor'] > FunctionExpression[params.length>3]", 3, 'a method'),
  tooMany("MethodDefinition[kind='constructor'] > FunctionExpression[params.length>5]", 5, 'a constructor'),
];
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Name what you export; a default only where a framework wants one.' };

export default tseslint.config(
  { ignores: ['**/dist/**', '**/dist-bench/**', '**/build/**', '**/node_modules/**', '**/.react-router/**', '**/test-results/**', '**/generated.ts', '**/*.tmp.*', '.nx/**', '.data/**', 'eslint.config.js', '.dependency-cruiser.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { jsdoc },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...limits, noDefault],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' }],
      'no-unused-vars': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'jsdoc/require-jsdoc': ['error', { publicOnly: true, contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'ExportNamedDeclaration > VariableDeclaration'], require: { ClassDeclaration: true, FunctionDeclaration: true } }],
    },
  },
  {
    // Nest injects by value imports, and its decorators read the types of parameters.
    files: ['apps/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off', '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off' },
  },
  {
    // Frameworks want defaults here.
    files: ['**/*.config.ts', 'apps/web/src/routes/**', 'apps/web/src/root.tsx', 'apps/web/src/routes.ts', 'apps/web/src/entry.server.tsx', 'libs/api-client/codegen.ts', 'apps/e2e/*.ts', '**/test/**'],
    rules: { 'no-restricted-syntax': ['error', ...limits] },
  },
  { files: ['apps/web/src/routes/**', 'apps/web/src/root.tsx'], rules: { 'jsdoc/require-jsdoc': 'off' } },
  { files: ['apps/api/src/config.ts', 'apps/api/src/main.ts', 'apps/api/src/cli/naru.ts', '**/*.config.ts', 'apps/api/src/platform/launch/**', '**/test/**', '**/*.spec.ts', '**/*.spec.tsx', 'apps/e2e/**', 'apps/api/bench/**'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['**/*.spec.ts', '**/*.spec.tsx', '**/test/**', 'apps/e2e/**', 'apps/api/bench/**'], rules: { 'jsdoc/require-jsdoc': 'off', '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/require-await': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', setTimeout: 'readonly', performance: 'readonly', fetch: 'readonly' } } },
);
