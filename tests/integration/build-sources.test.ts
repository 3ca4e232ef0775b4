import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources } from '@/lib/cli/build-sources.mjs';

let project: string;
const inProject = (...parts: string[]) => path.join(project, ...parts);
const put = (file: string, content: string) => {
  mkdirSync(path.dirname(inProject(file)), { recursive: true });
  writeFileSync(inProject(file), content);
};
beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'sources-'));
});
afterEach(() => rmSync(project, { recursive: true }));

describe('the build', () => {
  it('is asked for again when a source changed, and only then', async () => {
    put('app/page.tsx', 'one');
    put('lib/cli/start.ts', 'one');
    const before = await hashSources(project);
    put('lib/cli/start.ts', 'two');
    put('prisma/generated/client.ts', 'two');
    put('tests/unit/x.test.ts', 'two');
    expect(await hashSources(project)).toBe(before);
    put('app/page.tsx', 'two');
    expect(await hashSources(project)).not.toBe(before);
  });

  it('is asked for again when a source appears, moves or goes', async () => {
    const hashes = [await hashSources(project)];
    put('public/a.svg', 'one');
    hashes.push(await hashSources(project));
    rmSync(inProject('public', 'a.svg'));
    put('public/b.svg', 'one');
    hashes.push(await hashSources(project));
    expect(new Set(hashes).size).toBe(3);
  });
});
