// Fails the build when a first visit would load more than the budget: entry, its static imports, the home page's own
// part, what that loads at once, and all their CSS, gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgets = {
  portal: { kb: 250, home: 'features/home/HomePage.tsx' },
  h5: { kb: 190, home: 'features/home/HomePage.tsx' },
  admin: { kb: 500, home: 'features/home/HomePage.tsx', with: ['features/dashboard/Dashboard.tsx'] },
};

let failed = false;
for (const [app, { kb, home, with: more = [] }] of Object.entries(budgets)) {
  const dist = new URL(`../dist/${app}/`, import.meta.url);
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.css?.forEach((css) => files.add(css));
    chunk.imports?.forEach(visit);
  };
  if (!manifest[home]) throw new Error(`${app}: no chunk for ${home}; has the home page moved?`);
  visit('index.html');
  for (const part of [home, ...more]) {
    if (!manifest[part]) throw new Error(`${app}: no chunk for ${part}; has it moved?`);
    visit(part);
  }
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
  const size = bytes / 1024;
  const over = size > kb;
  failed ||= over;
  console.log(
    `${over ? 'OVER' : 'ok  '} ${app.padEnd(7)} first load ${size.toFixed(1)} kB of ${kb} kB (${files.size} files)`,
  );
}
if (failed) process.exit(1);
