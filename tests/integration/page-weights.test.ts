import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READING_PAGES } from '../support/reading-pages';
import { openSeededSite, type SeededSite } from '../support/seeded-site';
import { askWire, decoded } from '../support/wire';

/** In bytes over the wire, as a browser of today asks for them. */
const MOST = { html: 8_000, js: 4_000, css: 13_000, fonts: 60_000, recordInAll: 120_000, directoryBeforeMap: 141_500 };
/** Of HTML: a wave of 79 names has a map of France too. */
const LARGER: Readonly<Record<string, number>> = { '/': 14_000, '/vagues/vague-1': 11_000 };
type Weights = { html: number; js: number; css: number; fonts: number; maps: number };
type Kind = Exclude<keyof Weights, 'html'>;

const KINDS: Record<Kind, RegExp> = {
  /** What browsers without modules alone would load is left out. */
  js: /<script(?![^>]*noModule)[^>]* src="([^"]+)"/gi,
  css: /<link rel="stylesheet"[^>]* href="([^"]+)"/g,
  fonts: /<([^>]+)>; rel=preload; as="?font/g,
  maps: /href="(\/carte\/[^"#]+)/g,
};

/** Too heavy, or not there at all. */
const amissIn = (weights: Weights, html = MOST.html) =>
  (['html', 'js', 'css', 'fonts'] as const)
    .filter((kind) => weights[kind] === 0 || weights[kind] > (kind === 'html' ? html : MOST[kind]))
    .map((kind) => `${kind}: ${weights[kind]}`);

describe('over the wire', () => {
  let site: SeededSite;
  let record: string;
  beforeAll(async () => {
    site = await openSeededSite();
    const { items } = await (await fetch(`${site.url}/api/v1/structures?q=metz`)).json();
    record = `/fabriques/${items[0].slug}`;
  });
  afterAll(() => site.close());

  const ask = (path: string) => askWire(new URL(path, site.url).href, { 'accept-encoding': 'gzip, deflate, br, zstd' });

  async function weigh(path: string): Promise<Weights> {
    const page = await ask(path);
    expect([path, page.status]).toEqual([path, 200]);
    const text = `${decoded(page)}\n${page.headers.link ?? ''}`;
    const weights: Weights = { html: page.body.length, js: 0, css: 0, fonts: 0, maps: 0 };
    for (const kind of ['js', 'css', 'fonts', 'maps'] as const) {
      for (const file of new Set([...text.matchAll(KINDS[kind])].map(([, address = '']) => address))) {
        weights[kind] += (await ask(file)).body.length;
      }
    }
    return weights;
  }

  it.each(READING_PAGES)('%s has little HTML, few scripts and styles, and two typefaces', async (path) => {
    expect(amissIn(await weigh(path), LARGER[path])).toEqual([]);
  });

  it('a page with hardly a word on it is hardly any HTML', async () => {
    expect(decoded(await ask('/nulle-part')).length).toBeLessThanOrEqual(15_000);
  });

  it('a record comes with its map in a small parcel', async () => {
    const weights = await weigh(record);
    expect(amissIn(weights)).toEqual([]);
    expect(weights.maps).toBe(0);
    expect(Object.values(weights).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(MOST.recordInAll);
  });

  it('the directory is there before its map', async () => {
    const { js, css } = await weigh('/fabriques');
    expect(js).toBeGreaterThan(0);
    expect(js + css).toBeLessThanOrEqual(MOST.directoryBeforeMap);
  });
});
