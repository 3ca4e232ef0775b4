import { expect, test } from '../support/site';

const NOINDEX = /<meta name="robots" content="noindex/;

test('every département is in the sitemap, or asks not to be indexed', async ({ request, pool }) => {
  const map = await (await request.get('/sitemap.xml')).text();
  const { rows } = await pool.query<{ code: string }>(
    'SELECT d.code FROM department d JOIN region r ON r.code = d.region_code WHERE r.is_ranked ORDER BY d.code',
  );
  expect(rows).toHaveLength(101);
  const hidden: string[] = [];
  for (const { code } of rows) {
    const html = await (await request.get(`/departements/${code}`)).text();
    expect([code, map.includes(`/departements/${code}<`)]).toEqual([code, !NOINDEX.test(html)]);
    if (NOINDEX.test(html)) hidden.push(code);
  }
  expect(hidden).toContain('90');
  expect(hidden.length).toBeLessThan(20);
});

test('every record has a description of its own, which begins with its name', async ({ request, pool }) => {
  const { rows } = await pool.query<{ slug: string }>(
    'SELECT slug FROM structure WHERE published_at IS NOT NULL AND archived_at IS NULL ORDER BY slug',
  );
  const known = new Map<string, string>();
  for (const { slug } of rows) {
    const html = await (await request.get(`/fabriques/${slug}`)).text();
    const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const name = /<h1>([^<]*)</.exec(html)?.[1] ?? 'no name';
    expect(description.startsWith(`${name}. `), slug).toBe(true);
    expect(known.get(description)).toBeUndefined();
    known.set(description, slug);
  }
});

test('/favicon.ico is an icon of two sizes', async ({ request }) => {
  const answer = await request.get('/favicon.ico');
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/x-icon']);
  const icon = await answer.body();
  expect([icon.readUInt16LE(2), icon.readUInt16LE(4), icon[6], icon[22]]).toEqual([1, 2, 32, 48]);
});
