import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyIn, type Coding, chooseCoding, codeBody } from '@/lib/cli/pages/codings';

const CODINGS: readonly Coding[] = ['br', 'gzip', 'identity'];

/** In thousandths, as the header writes them. */
const quality = fc.option(fc.integer({ min: 0, max: 1_000 }), { nil: undefined });
const accepted = fc.uniqueArray(
  fc.record({ name: fc.constantFrom('br', 'gzip', 'identity', '*', 'deflate', 'zstd'), quality }),
  { selector: ({ name }) => name, minLength: 1 },
);
type Accepted = { name: string; quality: number | undefined }[];

const written = (list: Accepted) =>
  list.map(({ name, quality: q }) => (q === undefined ? name : `${name};q=${(q / 1_000).toFixed(3)}`)).join(', ');

/** RFC 9110, 12.5.3: what is not named counts as `*`; « identity » is always accepted when nothing says otherwise, last. */
function qualityOf(coding: Coding, list: Accepted): number {
  const named = list.find(({ name }) => name === coding) ?? list.find(({ name }) => name === '*');
  if (named !== undefined) return named.quality ?? 1_000;
  return coding === 'identity' ? 0.5 : 0;
}

describe('the coding of a body', () => {
  it('is the one the client likes best, brotli first among equals, and never one that it refuses', () => {
    fc.assert(
      fc.property(accepted, (list) => {
        const best = Math.max(...CODINGS.map((coding) => qualityOf(coding, list)));
        const expected = best === 0 ? 'identity' : CODINGS.find((coding) => qualityOf(coding, list) === best);
        expect(chooseCoding(written(list))).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP;Q=1', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0, gzip;q=0, identity;q=0', 'identity'],
    ['*;q=0', 'identity'],
    ['deflate', 'identity'],
    ['br;q=très', 'identity'],
    ['br,'.repeat(20_000), 'identity'],
  ])('asked by « %.40s » is %s', (header, coding) => {
    expect(chooseCoding(header)).toBe(coding);
  });

  it('is decided for whatever a header holds', () => {
    const pieces = fc.constantFrom(
      'br',
      'gzip',
      '*',
      ';',
      ',',
      'q',
      '=',
      '0',
      '1',
      '.',
      '"',
      '\\',
      ' ',
      '\t',
      '%',
      'é',
    );
    const header = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(header, (text) => {
        expect(CODINGS).toContain(chooseCoding(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives back the same bytes, of which none but the coded ones are kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2_000 }), async (text) => {
        const bodies = await codeBody(Buffer.from(text), { brotli: 5, gzip: 6 });
        expect(Object.keys(bodies)).toEqual(['br', 'gzip']);
        expect(brotliDecompressSync(bodies.br).toString()).toBe(text);
        expect(gunzipSync(bodies.gzip).toString()).toBe(text);
        expect((await bodyIn('identity', bodies)).toString()).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});
