import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// The server build is one ESM file that needs no package beside it: the API loads it by dynamic import.
// Its entry stands under `environments.ssr`; a switch on `isSsrBuild` has no effect with the environment API.
export default defineConfig({
  plugins: [reactRouter()],
  define: { 'process.env.NODE_ENV': JSON.stringify(process.env['NODE_ENV'] ?? 'production') },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  worker: { format: 'es' },
  environments: {
    ssr: {
      build: { target: 'node22', rolldownOptions: { input: 'src/entry.web.ts' } },
      resolve: { noExternal: true },
    },
  },
});
