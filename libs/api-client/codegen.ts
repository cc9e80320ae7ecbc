import type { CodegenConfig } from '@graphql-codegen/cli';

/** Makes the typed operations from the committed schema and every feature's operations; run it at the repository's root. */
const config: CodegenConfig = {
  schema: 'libs/api-client/schema.graphql',
  documents: ['apps/web/src/features/*/operations.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'libs/api-client/src/generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        documentMode: 'documentNode',
        dedupeFragments: true,
        skipTypename: true,
        strictScalars: true,
        scalars: { DateTime: 'string', ID: 'string' },
      },
    },
  },
};

export default config;
