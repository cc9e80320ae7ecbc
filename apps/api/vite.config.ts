import { defineConfig } from 'vite';

// One tool builds the API, the web and the tests; tsc only checks types. Libraries of this repository are bundled, packages stay outside.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', naru: 'src/cli/naru.ts', 'print-schema': 'src/cli/print-schema.ts' },
      // All beside the entries: paths relative to the program (config.ts) hold in every chunk.
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@naru\//] },
});
