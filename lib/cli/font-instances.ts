/** Run again only after a package of the typefaces changed, or the weights, sizes and letters that the site uses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildFontFiles } from './font-instances/build';

mkdirSync('app/fonts', { recursive: true });
for (const [name, content] of Object.entries(await buildFontFiles())) {
  writeFileSync(path.join(process.cwd(), name), content);
  process.stdout.write(`${name}: ${(content.length / 1000).toFixed(1)} kB\n`);
}
