import { expect, test } from '../support/own-site';

test.describe.configure({ mode: 'default' });

test('a change made by another process is seen on the next load of list, counts, map and record', async ({
  request,
  pool,
}) => {
  const [id, slug, name] = ['fabt-288', 'providenza-pieve', 'Providenza'];
  const total = async () => (await (await request.get('/api/v1/structures?region=corse')).json()).total;
  const counted = async () => {
    const { region } = await (await request.get('/api/v1/facettes')).json();
    return region.find(({ value }: { value: string }) => value === 'corse').count;
  };
  const mapped = async () =>
    (await (await request.get('/api/v1/carte?region=corse&bbox=5,40,12,45&zoom=7')).json()).total;
  const listed = async () => (await (await request.get('/fabriques?region=corse')).text()).includes(name);
  const status = async () => (await request.get(`/fabriques/${slug}`)).status();
  const all = async () => [await total(), await counted(), await mapped(), await listed(), await status()];

  await expect.poll(all).toEqual([4, 4, 4, true, 200]);
  await pool.query('UPDATE structure SET archived_at = now() WHERE id = $1', [id]);
  await expect.poll(all).toEqual([3, 3, 3, false, 404]);
  await pool.query('UPDATE structure SET archived_at = NULL WHERE id = $1', [id]);
  await expect.poll(all).toEqual([4, 4, 4, true, 200]);
});

test('a former address leads to the present one for good', async ({ request, pool }) => {
  const answer = (slug: string) => request.get(`/fabriques/${slug}`, { maxRedirects: 0 });
  await pool.query(`UPDATE structure SET slug = 'level-renommee-laval' WHERE id = 'fabt-265'`);
  await expect.poll(async () => (await answer('level-scic-laval')).status()).toBe(308);
  expect((await answer('level-scic-laval')).headers().location).toMatch(/\/fabriques\/level-renommee-laval$/);
  expect((await answer('level-renommee-laval')).status()).toBe(200);
});

test('a record that is not published is nowhere', async ({ request, pool }) => {
  const slug = 'le-400-brive-la-gaillarde';
  const status = async (address: string) => (await request.get(address)).status();
  const page = await (await request.get(`/fabriques/${slug}`)).text();
  const picture =
    /property="og:image" content="[^"]*?(\/fabriques\/[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const isInSitemap = async () => (await (await request.get('/sitemap.xml')).text()).includes(slug);
  const found = async () => (await (await request.get('/api/v1/structures?q=le+400&departement=19')).json()).total;
  const all = async () => [
    await status(`/fabriques/${slug}`),
    await status(`/api/v1/structures/${slug}`),
    await status(picture),
    await isInSitemap(),
    await found(),
  ];
  await expect.poll(all).toEqual([200, 200, 200, true, 1]);
  await pool.query('UPDATE structure SET published_at = NULL WHERE slug = $1', [slug]);
  await expect.poll(all).toEqual([404, 404, 404, false, 0]);
  await pool.query(
    `INSERT INTO structure (id, slug, name, commune_code) VALUES ('draft-record', 'brouillon-laval', 'Brouillon', '53130')`,
  );
  expect(await status('/fabriques/brouillon-laval')).toBe(404);
});
