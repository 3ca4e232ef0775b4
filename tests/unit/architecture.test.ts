import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LAYERS = ['tests', 'app', 'components', 'lib', 'prisma'];

/** Names that belong to Next, Node and Prisma, and that an upgrade may change without a word. */
const UNDOCUMENTED = [
  /next\/dist|__NEXT|_ENCRYPTION_KEY|server-reference-manifest|required-server-files|_global-error/,
  /next-action|next-router-|x-(action|middleware|nextjs)-|Server Action |ResponseAborted/,
  /flushHeaders|\$(ACTION|K1|undefined)|Object\.assign\(response|\.push = |\.prototype\.|nextCookies|driverAdapterError|DatabaseNotReachable/,
];

type Import = { from: string; to: string };

const below = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
const files = [...LAYERS.flatMap(below), ...readdirSync(ROOT)]
  .filter((file) => /\.(tsx?|mjs)$/.test(file))
  .filter((file) => !file.startsWith('prisma/generated/') && !file.endsWith('.d.ts'));
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const imports: Import[] = files.flatMap((from) =>
  [...textOf(from).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({
    from,
    to: to.startsWith('@/') ? to.slice(2) : to.startsWith('.') ? path.join(path.dirname(from), to) : to,
  })),
);
const layerOf = (file: string) => LAYERS.indexOf(file.split('/')[0] ?? '');
const offenders = (wrong: (one: Import) => boolean) => imports.filter(wrong).map(({ from, to }) => `${from} → ${to}`);

const withoutEnding = (file: string) => file.replace(/\.(tsx?|mjs)$/, '');
const written = new Map(files.map((file) => [withoutEnding(file), file]));

/** Among the parts that files belong to, a file being one or a folder; what a part imports of itself is no cycle. */
function cyclesOf(partOf: (file: string) => string): string[] {
  const next = new Map(files.map((file) => [partOf(file), new Set<string>()]));
  for (const { from, to } of imports) {
    const file = written.get(withoutEnding(to));
    if (file && partOf(file) !== partOf(from)) next.get(partOf(from))?.add(partOf(file));
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (part: string, trail: string[]) => {
    if (trail.includes(part)) cycles.push([...trail.slice(trail.indexOf(part)), part].join(' → '));
    if (done.has(part) || trail.includes(part)) return;
    for (const other of next.get(part) ?? []) visit(other, [...trail, part]);
    done.add(part);
  };
  for (const part of next.keys()) visit(part, []);
  return cycles;
}

/** Lines of code that say something in French, or name a page of the office. */
const saidIn = (file: string) =>
  textOf(file)
    .split('\n')
    .filter((line) => !/^\s*(\*|\/|import)/.test(line) && /(['"`]).*([’àâçéèêîôûùÀÉ]|\/admin).*\1/.test(line));

describe('the architecture', () => {
  it('reads the whole source tree', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('imports only to the right: tests, app, components, lib, prisma', () => {
    expect(offenders(({ from, to }) => layerOf(to) >= 0 && layerOf(from) >= 0 && layerOf(to) < layerOf(from))).toEqual(
      [],
    );
  });

  it('keeps the basic components free of any domain word', () => {
    expect(
      offenders(
        ({ from, to }) =>
          from.startsWith('components/ui/') &&
          layerOf(to) >= 0 &&
          !/^components\/ui\/|^lib\/(french|text)\/|^lib\/forms\/form-(state|size|refusals)$/.test(to),
      ),
    ).toEqual([]);
  });

  it('keeps leaflet inside components/map', () => {
    expect(
      offenders(
        ({ from, to }) => /^(react-)?leaflet\b|^@react-leaflet/.test(to) && !from.startsWith('components/map/'),
      ),
    ).toEqual([]);
  });

  it('talks to the database from lib alone', () => {
    expect(
      offenders(({ from, to }) => /^pg$|^@prisma\/|^prisma\/generated/.test(to) && !/^(lib|prisma|tests)\//.test(from)),
    ).toEqual([]);
    expect(offenders(({ from, to }) => /^lib\/database\/db$/.test(to) && !/^(lib|tests)\//.test(from))).toEqual([]);
  });

  it('reads process.env in lib/env.ts, the launcher and configuration alone', () => {
    const readers = files.filter((file) => textOf(file).includes('process.env'));
    expect(
      readers.filter(
        (file) =>
          !/^tests\/|^lib\/(env\.ts|cli\/|database\/)|^[a-z.]+\.config\.ts$|^prisma\/prisma\.config\.ts$/.test(file),
      ),
    ).toEqual([]);
  });

  it('leans on what no library documents in lib/undocumented alone', () => {
    const others = files.filter((file) => !/^(tests|lib\/undocumented)\//.test(file));
    const leaning = others.filter((file) => {
      const text = textOf(file);
      return UNDOCUMENTED.some((names) => names.test(text));
    });
    expect(leaning).toEqual([]);
    expect(
      offenders(
        ({ from, to }) =>
          from.startsWith('lib/undocumented/') && layerOf(to) >= 0 && !to.startsWith('lib/undocumented/'),
      ),
    ).toEqual([]);
  });

  it('tries each part of it on the library itself', () => {
    const tried = new Set(imports.filter(({ from }) => /^tests\/\w+\/undocumented\//.test(from)).map(({ to }) => to));
    const parts = files.filter((file) => file.startsWith('lib/undocumented/')).map((file) => file.replace(/\.ts$/, ''));
    expect(parts.filter((part) => !tried.has(part))).toEqual([]);
  });

  it('lets only actions, programs and tests write', () => {
    expect(
      offenders(({ from, to }) => to.endsWith('/commands') && !/\/actions\.ts$|^lib\/cli\/|^tests\//.test(from)),
    ).toEqual([]);
  });

  it('refuses by codes and data where it writes: words and addresses are made at the edge', () => {
    const writers = files.filter((file) =>
      /^lib\/.+\/(commands|write|take-back|obstacles|refusals|rules)\.ts$|^lib\/versions\//.test(file),
    );
    expect(writers.length).toBeGreaterThan(10);
    expect(writers.flatMap(saidIn)).toEqual([]);
  });

  it('has no drawer for everything', () => {
    expect(
      files.filter((file) => /\/(utils|helpers|misc|common|service|manager|types|index)\.tsx?$/.test(file)),
    ).toEqual([]);
  });

  it('has no cycle of files', () => {
    expect(cyclesOf((file) => file)).toEqual([]);
  });

  it('has no cycle of folders, not even of one and a folder within it', () => {
    // Each of the few files beside the rooms of lib is a part by itself.
    expect(cyclesOf((file) => (path.dirname(file) === 'lib' ? file : path.dirname(file)))).toEqual([]);
  });

  it('has no cycle of rooms, each taken with all the folders within it', () => {
    expect(cyclesOf((file) => file.split('/').slice(0, 2).join('/'))).toEqual([]);
  });
});
