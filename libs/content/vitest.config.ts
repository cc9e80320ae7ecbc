import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['src/**/*.spec.ts'], testTimeout: 30_000, reporters: ['default', 'json'], outputFile: { json: 'test-results/unit.json' } } });
