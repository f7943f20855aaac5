import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';

const script = readFileSync('public/browser.js', 'utf8');

/** What is in a window of the oldest browser that will do, and what one asks of it by name. */
const features = {
  'Array.prototype.at': (own: Window) => delete own.Array.prototype.at,
  'Array.prototype.findLast': (own: Window) => delete own.Array.prototype.findLast,
  'Object.hasOwn': (own: Window) => delete own.Object.hasOwn,
  structuredClone: (own: Window) => delete own.structuredClone,
  BroadcastChannel: (own: Window) => delete own.BroadcastChannel,
  dialog: (own: Window) => delete own.HTMLDialogElement,
};

interface Window {
  Array: { prototype: { at?: unknown; findLast?: unknown } };
  Object: { hasOwn?: unknown };
  structuredClone?: unknown;
  BroadcastChannel?: unknown;
  HTMLDialogElement?: unknown;
}

const oldest = (): Window => ({
  Array: { prototype: { at: true, findLast: true } },
  Object: { hasOwn: true },
  structuredClone: true,
  BroadcastChannel: true,
  HTMLDialogElement: true,
});

const run = (own: Window) => new Function('window', 'document', script)(own, document);

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
});

it('the oldest browser that will do is told nothing', () => {
  run(oldest());
  expect(document.body.innerHTML).toBe('<div id="root"></div>');
});

it.each(Object.entries(features))(
  'without %s it is told in place of the app which browsers will do',
  (_, takeAway) => {
    const own = oldest();
    takeAway(own);
    run(own);
    expect(document.querySelector('h1')).toHaveTextContent('浏览器版本过低，无法打开本平台');
    expect(document.body).toHaveTextContent('iOS 15.4');
    expect(document.getElementById('root')).toBeNull();
  },
);

it('what is said are the browsers that the apps are built for', () => {
  const built = /const OLDEST = \[(.+)\]/.exec(readFileSync('vite.app.ts', 'utf8'))![1]!;
  const names = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', safari: 'Safari', ios: 'iOS' };
  const said = [...built.matchAll(/'([a-z]+)([\d.]+)'/g)].map(
    ([, name, version]) => `${names[name as keyof typeof names]} ${version}`,
  );
  expect(said).toHaveLength(5);
  expect(said.filter((one) => !script.includes(one))).toEqual([]);
});

it('it is written as the old ones read it', () => {
  expect(script.replace(/\/\*[^]*?\*\/|'[^']*'/g, '')).not.toMatch(
    /=>|`|\b(?:const|let|class|import)\b|\?\.|\?\?/,
  );
});

it.each(['portal', 'h5', 'admin'])('%s asks before it begins', (app) => {
  const page = readFileSync(`src/${app}/index.html`, 'utf8');
  const asks = page.indexOf('<script defer src="/browser.js">');
  expect(asks).toBeGreaterThan(0);
  expect(asks).toBeLessThan(page.indexOf('<script type="module"'));
});
