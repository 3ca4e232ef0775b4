import { readFile } from 'node:fs/promises';
import path from 'node:path';

const font = (folder: string, file: string) =>
  readFile(path.join(process.cwd(), 'node_modules', '@fontsource', folder, 'files', file));

export async function shareFonts() {
  const [display, text] = await Promise.all([
    font('bricolage-grotesque', 'bricolage-grotesque-latin-700-normal.woff'),
    font('atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-500-normal.woff'),
  ]);
  return [
    { name: 'Display', data: display, weight: 700 as const },
    { name: 'Text', data: text, weight: 500 as const },
  ];
}
