import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Tests of what only the process's own globals have (keys, locks between windows, streams, a location that can be replaced), and those that put another module
 * in a module's place.
 */
const ofThePlatform = [
  'src/admin/features/claims/ClaimPage.test.tsx',
  'src/admin/features/dashboard/Dashboard.test.tsx',
  'src/h5/features/scan/ScanPage.test.tsx',
  'src/portal/layout/Header.test.tsx',
  'src/shared/api/sharedStream.test.ts',
  'src/shared/code/ownCode.test.ts',
  'src/shared/code/useDynamicCode.test.ts',
  'src/shared/favourites/ShareButton.test.tsx',
  'src/shared/match/ReportCheck.test.tsx',
  'src/shared/openapi/CallsOfKey.test.tsx',
  'src/shared/scan/offline.test.ts',
  'src/shared/wechat/wechat.test.ts',
];

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:8080/' } },
    setupFiles: ['src/shared/test/setup.ts'],
    // antd forms are slow in jsdom on two shared cores.
    testTimeout: 60_000,
    // As the journeys: what met a hiccup of the machine is tried once more, and named.
    retry: process.env.CI ? 1 : 0,
    // Of two cores it would leave one idle.
    maxWorkers: '100%',
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        // Each file has a window of its own, yet what the pages import is loaded once for a worker: loading antd for each file was half of the time.
        test: {
          name: 'pages',
          pool: 'threads',
          isolate: false,
          setupFiles: ['src/shared/test/setup.ts', 'src/shared/ui/antd/withoutStyles.tsx'],
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'src/h5/**', ...ofThePlatform],
        },
      },
      {
        extends: true,
        // Dialogs of antd-mobile outlive their page: with modules in common, one that closes slowly would go on in the next file's window.
        test: {
          name: 'phone',
          pool: 'vmThreads',
          include: ['src/h5/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...ofThePlatform],
        },
      },
      { extends: true, test: { name: 'platform', pool: 'forks', include: ofThePlatform } },
    ],
  },
});
