import { defineConfig } from 'vitest/config';

// The router's Vite plugin stays out: tests render routes through `createRoutesStub` or call pure code.
export default defineConfig({ test: { include: ['src/**/*.spec.{ts,tsx}'], environment: 'node', css: true, reporters: ['default', 'json'], outputFile: { json: 'test-results/unit.json' } } });
