import type { LaunchOptions } from '@playwright/test';
import { existsSync } from 'node:fs';

/** Debian's; elsewhere Playwright brings its own. */
const WHOLE = '/usr/bin/chromium';
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

function launching(...preferred: (string | undefined)[]): LaunchOptions {
  return {
    executablePath: preferred.find((path) => !!path && existsSync(path)),
    args: [
      // A page lives for a minute here: to compile at once what is only called later, and to make what runs often as fast as can be, costs more than it gives back. One of the two that make
      // it faster stays: without any, the work before a guess takes thirty times as long as in the browsers of people.
      '--js-flags=--max-lazy --no-opt',
      // Chromium refuses its sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    // Without a UTF-8 locale it saves a file with a Chinese name as "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
  };
}

/** A journey costs a seventh less without what draws windows. */
export const BROWSER = launching(process.env.CHROMIUM_PATH, WITHOUT_WINDOWS, WHOLE);

/** Whether there is one that shows a PDF on a page, and keeps pages for the way back. */
export const IS_WHOLE = !process.env.CHROMIUM_PATH && existsSync(WHOLE);

export const WHOLE_BROWSER = launching(process.env.CHROMIUM_PATH, WHOLE, WITHOUT_WINDOWS);
