// Writes .gz and .br beside every text file of the builds, for the gateway and nginx to send as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
let count = 0;
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|css|html|json|svg|txt)$/.test(entry.name)) continue;
  // brand.json is edited in place by operators: a stale compressed copy would win over it.
  if (entry.name === 'brand.json' || entry.parentPath.endsWith('.vite')) continue;
  const path = `${entry.parentPath}/${entry.name}`;
  const raw = readFileSync(path);
  if (raw.length < 1024) continue;
  writeFileSync(`${path}.gz`, gzipSync(raw, { level: 9 }));
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(raw, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
    }),
  );
  count += 1;
}
console.log(`precompressed ${count} files`);
