import '@testing-library/jest-dom/vitest';
import { act, cleanup, configure, getConfig } from '@testing-library/react';
import * as React from 'react';
import { afterEach } from 'vitest';
import { looks } from './looks';
import { showsToNobody } from '../api/shownTo';
import { pageLeft } from '../ui/pageLeft';
import { speakOfTheConsole } from '../i18n/console';

speakOfTheConsole();

/** Whether `waitFor` asks, which says so for the sake of what is as expensive. */
const looksAgain = () =>
  (getConfig() as unknown as { _disableExpensiveErrorDiagnostics?: boolean })
    ._disableExpensiveErrorDiagnostics;

// Pages are loaded lazily and the build machines are shared: neither a second nor ten are enough.
configure(({ getElementError }) => ({
  asyncUtilTimeout: 25_000,
  // What is waited for is looked for at each change, and the whole page was printed each time it was not there yet; it is printed when the waiting is over.
  getElementError: (message, container) =>
    looksAgain() ? new Error(message ?? undefined) : getElementError(message, container),
}));

// React notes for each element where it was made, for warnings: a fifth of the time. That many it thinks it has noted already.
Object.defineProperty(
  (React as unknown as Record<string, object>)[
    '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE'
  ] ?? {},
  'recentlyCreatedOwnerStacks',
  { configurable: true, get: () => Number.MAX_SAFE_INTEGER, set: () => {} },
);

// What jsdom lacks and antd or antd-mobile ask for.
globalThis.matchMedia ??= ((query: string) => ({
  matches: query.includes('prefers-reduced-motion'),
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})) as typeof matchMedia;

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// Nothing is laid out, so nothing is ever seen to come on screen.
globalThis.IntersectionObserver ??= class {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
};

// antd's style sheets are not parsed: no test looks at them.
const create = document.createElement.bind(document);
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options);
  if (name === 'style') element.setAttribute('type', 'text/none');
  return element;
}) as typeof document.createElement;

// A modal dialog, which Esc asks to close. That the page behind it is deaf only a browser knows.
HTMLDialogElement.prototype.showModal ??= function () {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function () {
  this.open = false;
  setTimeout(() => this.dispatchEvent(new Event('close')));
};
document.addEventListener('keydown', ({ key }) => {
  const front = [...document.querySelectorAll('dialog')].filter((dialog) => dialog.open).at(-1);
  if (key === 'Escape' && front?.dispatchEvent(new Event('cancel', { cancelable: true }))) front.close();
});

Element.prototype.scrollIntoView ??= () => undefined;
Element.prototype.setPointerCapture ??= () => undefined;
Element.prototype.releasePointerCapture ??= () => undefined;

globalThis.getComputedStyle = looks(globalThis.getComputedStyle);

afterEach(() => {
  // A question that is asked by a call has a root of its own, and would stay for the next test.
  act(pageLeft);
  cleanup();
  document.querySelectorAll('body > dialog').forEach((dialog) => dialog.remove());
  showsToNobody();
  // The window is the next file's as well.
  sessionStorage.clear();
});
