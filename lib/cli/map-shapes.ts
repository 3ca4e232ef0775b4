/** Run again only after one of the packages of sources.ts changed. Formats: lib/geography/shapes.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildMapFiles } from './map-shapes/build';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

mkdirSync('public/carte', { recursive: true });
for (const [name, content] of Object.entries(buildMapFiles())) {
  writeFileSync(path.join(process.cwd(), name), content);
  process.stdout.write(`${name}: ${kilobytes(content.length)}, compressed ${kilobytes(gzipSync(content).length)}\n`);
}
