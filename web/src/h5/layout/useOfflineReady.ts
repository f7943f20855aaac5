import { useEffect } from 'react';
import { useMe } from '@/shared/api';

/**
 * Readies an officer's phone for checks without a network, while it has one: the service worker keeps the page, and what the
 * scanning page needs is loaded once, so that it is kept as well.
 */
export function useOfflineReady(): void {
  const { can } = useMe();
  const officer = can('code.scan');
  useEffect(() => {
    if (!officer || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    // After the page that the person came for.
    const timer = setTimeout(() => void ready().catch(() => undefined), 3000);
    return () => clearTimeout(timer);
  }, [officer]);
}

async function ready(): Promise<void> {
  await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`);
  await controlled();
  // Files that were loaded before the worker was there are asked for once more, from the browser's own cache.
  const loaded = performance
    .getEntriesByType('resource')
    .map((entry) => entry.name)
    .filter((name) => name.includes(`${import.meta.env.BASE_URL}assets/`));
  await Promise.all(loaded.map((name) => fetch(name).catch(() => undefined)));
  const [{ prepareOfflineCheck }] = await Promise.all([
    import('@/shared/scan'),
    import('../features/scan/ScanPage'),
    import('jsqr'),
  ]);
  await prepareOfflineCheck();
}

function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return Promise.resolve();
  return new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true }),
  );
}
