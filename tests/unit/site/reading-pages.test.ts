import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LIVE_PAGE = 'app/(public)/fabriques/page.tsx';

const publicPages = readdirSync(path.join(ROOT, 'app', '(public)'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page|layout)\.tsx$/.test(file))
  .map((file) => path.posix.join('app/(public)', file));

/** The files of the project that these are made of: what is imported for its type alone is not among them. */
function filesOf(pages: string[]): string[] {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: pages,
    bundle: true,
    metafile: true,
    write: false,
    outdir: 'nowhere',
    packages: 'external',
    platform: 'node',
    format: 'esm',
    loader: { '.css': 'empty', '.woff2': 'empty' },
  });
  return Object.keys(metafile.inputs);
}

const runByReact = (files: string[]) =>
  files.filter((file) => /^['"]use client['"]/.test(readFileSync(path.join(ROOT, file), 'utf8')));

describe('a page that is read', () => {
  it('is made of nothing that needs React in the browser, frame included', () => {
    const pages = publicPages.filter((page) => page !== LIVE_PAGE);
    expect(pages.length).toBeGreaterThan(10);
    const files = filesOf(['app/layout.tsx', 'app/not-found.tsx', ...pages]);
    expect(files).toContain('components/site/masthead.tsx');
    expect(runByReact(files)).toEqual([]);
  });

  it('is unlike the directory, which React keeps live', () => {
    expect(runByReact(filesOf([LIVE_PAGE]))).toContain('components/directory/directory.tsx');
  });
});
