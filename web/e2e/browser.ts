import type { LaunchOptions } from '@playwright/test';
import { existsSync } from 'node:fs';

/** Debian's; elsewhere Playwright brings its own. */
const WHOLE = '/usr/bin/chromium';
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

function launching(...preferred: (string | undefined)[]): LaunchOptions {
  return {
    executablePath: preferred.find((path) => !!path && existsSync(path)),
    // Chromium refuses its sandbox as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    // Without a UTF-8 locale it saves a file with a Chinese name as "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
  };
}

/** A journey costs a seventh less without what draws windows. */
export const BROWSER = launching(process.env.CHROMIUM_PATH, WITHOUT_WINDOWS, WHOLE);

/** What shows a PDF on a page, where there is one that does. */
export const BROWSER_WITH_VIEWER = launching(process.env.CHROMIUM_PATH, WHOLE, WITHOUT_WINDOWS);
