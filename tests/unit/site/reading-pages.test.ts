import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LIVE_PAGE = 'app/(public)/fabriques/page.tsx';

const publicPages = readdirSync(path.join(ROOT, 'app', '(public)'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page|layout)\.tsx$/.test(file))
  .map((file) => path.posix.join('app/(public)', file));

/** What these are made of, files of the project and packages: what is imported for its type alone is not among them. */
function partsOf(pages: string[]): { files: string[]; packages: string[] } {
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
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
  return {
    files: Object.keys(metafile.inputs),
    packages: imported.flatMap(({ external, path: name }) => (external ? [name] : [])),
  };
}

const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const runByReact = (files: string[]) => files.filter((file) => /^['"]use client['"]/m.test(textOf(file)));

/** Of packages whose parts are run in the browser, or wait for it. */
const LIVE_PACKAGES = /^(next\/(link|image|script|form|dynamic)|react-dom|(react-)?leaflet)/;

describe('a page that is read', () => {
  it('is made of nothing that needs React in the browser, frame included', () => {
    const pages = publicPages.filter((page) => page !== LIVE_PAGE);
    expect(pages.length).toBeGreaterThan(10);
    const { files, packages } = partsOf(['app/layout.tsx', 'app/not-found.tsx', ...pages]);
    expect(files).toContain('components/site/masthead.tsx');
    expect(packages).toContain('next/headers');
    expect(runByReact(files)).toEqual([]);
    expect(packages.filter((name) => LIVE_PACKAGES.test(name))).toEqual([]);
  });

  it('is ready as a whole: a part that comes later would need the framework', () => {
    const { files } = partsOf(publicPages.filter((page) => page !== LIVE_PAGE));
    expect(files.filter((file) => /\b(Suspense|lazy)\b/.test(textOf(file)))).toEqual([]);
    const parts = readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' });
    expect(parts.filter((file) => /\(public\).*loading\.tsx$|^loading\.tsx$/.test(file))).toEqual([]);
  });

  it('is unlike the directory, which React keeps live', () => {
    expect(runByReact(partsOf([LIVE_PAGE]).files)).toContain('components/directory/directory.tsx');
  });
});
