import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** The three apps of this package. `base` is where the gateway serves each one. */
const APPS = {
  portal: { base: '/', port: 5173 },
  h5: { base: '/m/', port: 5174 },
  admin: { base: '/admin/', port: 5175 },
} as const;

/**
 * The oldest browsers that the apps run in: the first with `findLast`, `structuredClone`, `dialog`, `BroadcastChannel`. Only syntax is
 * brought down to them; the lint keeps newer methods out, and public/browser.js tells who comes with an older one.
 */
const OLDEST = ['chrome98', 'edge98', 'firefox104', 'safari15.4', 'ios15.4'];

const PLATFORM = process.env.ZHENGQI_BASE_URL ?? 'http://127.0.0.1:8080';
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The h5's service worker stands beside its index page, uncompiled: its name must not change. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: readFileSync(path('./src/h5/sw.js'), 'utf8') });
  },
};

export default defineConfig(() => {
  const name = process.env.APP as keyof typeof APPS;
  const app = APPS[name];
  if (!app) throw new Error('Set APP to portal, h5 or admin');

  return {
    root: path(`./src/${name}`),
    base: app.base,
    publicDir: path('./public'),
    // One for each app: two dev servers at a time would rebuild each other's.
    cacheDir: path(`./node_modules/.vite/${name}`),
    resolve: { alias: { '@': path('./src') } },
    plugins: name === 'h5' ? [react(), serviceWorker] : [react()],
    server: {
      host: '127.0.0.1',
      port: app.port,
      strictPort: true,
      proxy: Object.fromEntries(
        [
          '/api',
          '/bff',
          '/oauth2',
          '/login/oauth2',
          '/logout',
          '/openapi',
          '/district',
          `${app.base}brand.json`,
        ].map((prefix) => [prefix, { target: PLATFORM, changeOrigin: false }]),
      ),
    },
    build: {
      outDir: path(`./dist/${name}`),
      emptyOutDir: true,
      manifest: true,
      target: OLDEST,
      // The budget script measures what a visitor really loads; vite's own warning counts raw bytes of one chunk.
      chunkSizeWarningLimit: 2000,
    },
  };
});
