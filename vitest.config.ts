import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,server,client,scripts}/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'client/test/vscode/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
