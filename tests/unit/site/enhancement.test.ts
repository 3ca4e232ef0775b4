import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import config from '@/next.config';

const MOST_BYTES = 4_000;

describe('the program of every page', () => {
  const program = config.env?.ENHANCEMENT ?? '';
  it('is bundled with the build', () => {
    expect(program).toContain('data-print');
  });
  it('is light: at most 4 kB over the wire, without a framework', () => {
    expect(brotliCompressSync(program).length).toBeLessThan(MOST_BYTES);
    expect(program).not.toMatch(/react|\bimport\b/i);
  });
});
