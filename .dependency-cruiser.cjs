// Who may import whom: docs/architecture.md. Patterns refer back to the importing feature, so a new one is guarded from birth.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'No import cycle at run time.', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'kebab-case', severity: 'error', comment: 'File names are kebab-case with their role.', from: { path: '^(apps|libs)/.*/src/', pathNot: '/[a-z0-9.-]+$' }, to: {} },
    { name: 'domain-is-pure', severity: 'error', from: { path: '^libs/domain/src', pathNot: '\\.spec\\.ts$' }, to: { pathNot: ['^libs/domain/', 'node_modules/@noble/'] } },
    { name: 'libs-only-domain', severity: 'error', from: { path: '^libs/(search|content|i18n|api-client)/' }, to: { path: '^(apps/|libs/(?!domain/))', pathNot: '^libs/$1/' } },
    { name: 'web-libs', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^(libs/(search|content)/|apps/(api|e2e)/)' } },
    { name: 'e2e-libs', severity: 'error', from: { path: '^apps/e2e/' }, to: { path: '^(libs/(search|content)/|apps/(api|web)/)' } },
    { name: 'api-libs', severity: 'error', from: { path: '^apps/api/src/' }, to: { path: '^(libs/api-client/|apps/(web|e2e)/)' } },
    { name: 'platform-knows-no-feature', severity: 'error', from: { path: '^apps/api/src/platform/' }, to: { path: '^apps/api/src/', pathNot: '^apps/api/src/platform/' } },
    { name: 'features-by-index', severity: 'error', comment: 'A feature reaches another only through its index.ts.', from: { path: '^apps/api/src/(documents|manuals|places|people|search|learning|adoption|conversation|exchange)/' }, to: { path: '^apps/api/src/(documents|manuals|places|people|search|learning|adoption|conversation|exchange)/', pathNot: ['^apps/api/src/$1/', '/index\\.ts$'] } },
    { name: 'core-knows-no-feature', severity: 'error', comment: 'Documents are the core that others share.', from: { path: '^apps/api/src/documents/' }, to: { path: '^apps/api/src/(manuals|places|people)/' } },
    { name: 'web-features-apart', severity: 'error', from: { path: '^apps/web/src/features/([^/]+)/' }, to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' } },
    { name: 'web-ui-no-feature', severity: 'error', from: { path: '^apps/web/src/ui/' }, to: { path: '^apps/web/src/(features|routes)/' } },
    { name: 'web-features-no-route', severity: 'error', from: { path: '^apps/web/src/features/' }, to: { path: '^apps/web/src/routes/' } },
    { name: 'not-to-test', severity: 'error', from: { path: '/src/', pathNot: '\\.spec\\.tsx?$' }, to: { path: '\\.spec\\.tsx?$|/test/' } },
    { name: 'no-undeclared', severity: 'error', comment: 'A package is listed where it is used.', from: { path: '/src/', pathNot: '\\.spec\\.tsx?$' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/(vite/client|@types/)' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['^virtual:', '\\+types', '^@graphql-typed-document-node/core$'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/dist-bench/', '/build/', '\\.react-router', 'naru-dev\\.tmp'] },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default', 'node'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'] },
  },
};
