import { defineConfig } from 'vite';

// The bench measures the built product from outside; it is built itself because its baseline uses decorators.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist-bench',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { input: { main: 'bench/main.ts', baseline: 'bench/baseline/server.ts' }, output: { chunkFileNames: '[name]-[hash].js' } },
  },
  ssr: { noExternal: [/^@naru\//] },
});
