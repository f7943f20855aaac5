import { work } from './work';

/** Works beside the page, which stays usable. */
globalThis.addEventListener('message', ({ data }: MessageEvent<{ challenge: string; bits: number }>) => {
  globalThis.postMessage(work(data.challenge, data.bits));
});
