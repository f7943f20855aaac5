/**
 * Lets an officer's phone open 扫一扫 without a network: keeps the page and the files that it has loaded. With a network nothing
 * is taken from here that may have changed, and no answer of the platform about anybody is ever kept.
 */
const CACHE = 'zq-h5-1';
const BASE = new URL('./', self.location.href).pathname;
const PAGE = BASE;
const ASSETS = `${BASE}assets/`;
const SMALL = [`${BASE}brand.json`, `${BASE}favicon.svg`, `${BASE}browser.js`];

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await cache.addAll([PAGE, ...SMALL]);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('zq-h5-') && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && url.pathname.startsWith(BASE)) event.respondWith(page(request));
  else if (url.pathname.startsWith(ASSETS)) event.respondWith(asset(request));
  else if (SMALL.includes(url.pathname)) event.respondWith(newest(request, url.pathname));
});

/** Every page of the app is the same file. A new one belongs to a new release, whose files have new names. */
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    const isPage =
      answer.ok && !answer.redirected && answer.headers.get('Content-Type')?.includes('text/html');
    if (isPage) {
      const known = await cache.match(PAGE);
      if (known?.headers.get('ETag') !== answer.headers.get('ETag')) await forgetAssets(cache);
      await cache.put(PAGE, answer.clone());
    }
    return answer;
  } catch (noNetwork) {
    const known = await cache.match(PAGE);
    if (!known) throw noNetwork;
    return known;
  }
}

/** Their names carry their hash: what is kept is right for ever. */
async function asset(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function newest(request, name) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(name, answer.clone());
    return answer;
  } catch (noNetwork) {
    const known = await cache.match(name);
    if (!known) throw noNetwork;
    return known;
  }
}

async function forgetAssets(cache) {
  const kept = await cache.keys();
  const assets = kept.filter((request) => new URL(request.url).pathname.startsWith(ASSETS));
  await Promise.all(assets.map((request) => cache.delete(request)));
}
