import { defineConfig } from 'vite';

// The explorer is a page of its own, for partners: nothing of it is loaded with the library's pages.
export default defineConfig({
  root: 'src/explorer',
  base: '/explorer/',
  publicDir: false,
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: '../../dist/client/explorer',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    // Packages mark modules "use client" for another framework; here that means nothing.
    rolldownOptions: { onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log) },
  },
});
