import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:8080/' } },
    setupFiles: ['src/shared/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // antd forms are slow in jsdom on two shared cores.
    testTimeout: 60_000,
    // Of two cores it would leave one idle.
    maxWorkers: '100%',
    // A page's libraries are loaded once for a worker, not once for each of 150 files: that was most of the time.
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
