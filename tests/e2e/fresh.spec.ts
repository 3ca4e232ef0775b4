import { expect, test } from '../support/site';

const SLUG = 'providenza-pieve';
const NAME = 'Providenza';

test('a change made by another process is seen on the next load of list, counts, map and record', async ({
  request,
  pool,
}) => {
  const total = async () => (await (await request.get('/api/v1/structures?region=corse')).json()).total;
  const counted = async () => {
    const { region } = await (await request.get('/api/v1/facettes')).json();
    return region.find(({ value }: { value: string }) => value === 'corse').count;
  };
  const mapped = async () =>
    (await (await request.get('/api/v1/carte?region=corse&bbox=5,40,12,45&zoom=7')).json()).total;
  const listed = async () => (await (await request.get('/fabriques?region=corse')).text()).includes(NAME);
  const status = async () => (await request.get(`/fabriques/${SLUG}`)).status();
  const all = async () => [await total(), await counted(), await mapped(), await listed(), await status()];

  await expect.poll(all).toEqual([4, 4, 4, true, 200]);
  try {
    await pool.query(`UPDATE structure SET archived_at = now() WHERE slug = $1`, [SLUG]);
    await expect.poll(all).toEqual([3, 3, 3, false, 404]);
  } finally {
    await pool.query(`UPDATE structure SET archived_at = NULL WHERE slug = $1`, [SLUG]);
  }
  await expect.poll(all).toEqual([4, 4, 4, true, 200]);
});

test('a former address redirects for good, and a draft is nowhere', async ({ request, pool }) => {
  await pool.query(`UPDATE structure SET slug = 'providenza-ailleurs' WHERE slug = $1`, [SLUG]);
  try {
    await expect.poll(async () => (await request.get(`/fabriques/${SLUG}`, { maxRedirects: 0 })).status()).toBe(308);
    const moved = await request.get(`/fabriques/${SLUG}`, { maxRedirects: 0 });
    expect(moved.headers().location).toMatch(/\/fabriques\/providenza-ailleurs$/);
    await pool.query(`UPDATE structure SET published_at = NULL WHERE slug = 'providenza-ailleurs'`);
    await expect.poll(async () => (await request.get('/fabriques/providenza-ailleurs')).status()).toBe(404);
    expect((await request.get('/api/v1/structures/providenza-ailleurs')).status()).toBe(404);
    expect((await request.get('/fabriques/providenza-ailleurs/opengraph-image')).status()).toBe(404);
    expect(await (await request.get('/sitemap.xml')).text()).not.toContain('providenza-ailleurs');
    expect((await (await request.get(`/api/v1/structures?q=${NAME}&region=corse`)).json()).total).toBe(0);
  } finally {
    await pool.query(`UPDATE structure SET slug = $1, published_at = created_at WHERE slug = 'providenza-ailleurs'`, [
      SLUG,
    ]);
  }
});
