import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildFontFiles } from '@/lib/cli/font-instances/build';

/** For a page in French, both families together. */
const MOST_BYTES = 60_000;

describe('the committed typefaces', () => {
  let built: Record<string, Buffer> = {};
  beforeAll(async () => {
    built = await buildFontFiles();
  }, 120_000);

  it('are what the script makes today', () => {
    const changed = Object.entries(built).filter(([name, content]) => !readFileSync(name).equals(content));
    expect(changed.map(([name]) => name)).toEqual([]);
  });

  it('go with their licence', () => {
    for (const family of ['bricolage-grotesque', 'atkinson-hyperlegible-next']) {
      expect(built[`app/fonts/${family}-OFL.txt`]?.toString()).toContain('SIL OPEN FONT LICENSE Version 1.1');
    }
  });

  it('weigh at most 60 kB for a page in French', () => {
    const french = Object.entries(built).filter(([name]) => name.endsWith('-french.woff2'));
    expect(french).toHaveLength(2);
    expect(french.reduce((sum, [, { length }]) => sum + length, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });
});
