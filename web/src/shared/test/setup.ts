import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { looks } from './looks';
import { speakOfTheConsole } from '../i18n/console';

speakOfTheConsole();

// Pages are loaded lazily and the build machines are shared: neither a second nor ten are enough.
configure({ asyncUtilTimeout: 25_000 });

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

Element.prototype.scrollIntoView ??= () => undefined;
Element.prototype.setPointerCapture ??= () => undefined;
Element.prototype.releasePointerCapture ??= () => undefined;

globalThis.getComputedStyle = looks(globalThis.getComputedStyle);

afterEach(() => {
  cleanup();
  // A dialog that antd-mobile shows by a call has a root of its own in the body, which would stay for the next test; one that is closing may have lost its mask already. The root of
  // its toasts it uses again.
  for (const root of [...document.body.children]) {
    if (root.querySelector('.adm-mask:not(.adm-toast-mask), .adm-center-popup, .adm-popup')) root.remove();
  }
});
