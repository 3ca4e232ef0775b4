import { expect, test } from '../support/site';

test('robots.txt keeps crawlers off the API and names the sitemap', async ({ request, baseURL }) => {
  const answer = await request.get('/robots.txt');
  expect(answer.headers()['content-type']).toContain('text/plain');
  expect((await answer.text()).trim().split('\n').filter(Boolean)).toEqual([
    'User-Agent: *',
    'Allow: /',
    'Disallow: /api',
    'Disallow: /admin',
    'Disallow: /connexion',
    'Disallow: /acces',
    `Sitemap: ${baseURL}/sitemap.xml`,
  ]);
});

test('the sitemap holds every record and page once, absolute, and none that is not indexed', async ({
  request,
  baseURL,
}) => {
  const answer = await request.get('/sitemap.xml');
  expect(answer.headers()['content-type']).toContain('application/xml');
  const addresses = [...(await answer.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  const paths = addresses.map((address) => address.replace(baseURL ?? '', ''));
  expect(paths.every((path) => path === '' || path.startsWith('/'))).toBe(true);
  expect(paths.filter((path) => /^\/fabriques\/./.test(path))).toHaveLength(382);
  expect(paths).toEqual(
    expect.arrayContaining(['/fabriques', '/regions/bretagne', '/departements/2A', '/vagues/vague-1', '/a-propos']),
  );
  expect(paths).toContain('/vagues/vague-1/hauts-de-france');
  expect(paths.filter((path) => /^\/api|\?|\/vague-10\/bretagne/.test(path))).toEqual([]);
});

test('security.txt names the contact and a date that is not past', async ({ request, baseURL }) => {
  const answer = await request.get('/.well-known/security.txt');
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
  const text = await answer.text();
  expect(text).toContain('Contact: mailto:contact@fabriques.example\n');
  expect(text).toContain(`Canonical: ${baseURL}/.well-known/security.txt\n`);
  expect(Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '')).toBeGreaterThan(Date.now());
});

const NOT_INDEXED = 'noindex, follow';
for (const [address, canonical, robots, title] of [
  ['/fabriques', '/fabriques', null, /^382 fabriques/],
  ['/fabriques?region=bretagne', '/fabriques?region=bretagne', null, /Bretagne/],
  ['/fabriques?vague=vague-9&region=bretagne', '/fabriques?region=bretagne&vague=vague-9', NOT_INDEXED, /Bretagne/],
  ['/fabriques?q=machinerie', '/fabriques?q=machinerie', NOT_INDEXED, /machinerie/],
  ['/fabriques?zone=1,48,3,50', '/fabriques?zone=1,48,3,50', NOT_INDEXED, /zone/],
  ['/fabriques?pres-de=59350', '/fabriques?pres-de=59350', NOT_INDEXED, /Lille/],
  ['/fabriques?page=2', '/fabriques?page=2', null, /page 2/],
  ['/vagues/vague-10/bretagne', '/vagues/vague-10/bretagne', NOT_INDEXED, /Bretagne/],
  ['/vagues/vague-1/hauts-de-france', '/vagues/vague-1/hauts-de-france', null, /Hauts-de-France/],
] as const) {
  test(`${address} has the title, the canonical address and the rule for robots of its set`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(address);
    await expect(page).toHaveTitle(title);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', baseURL + canonical);
    const rules = page.locator('meta[name=robots]');
    if (robots === null) await expect(rules).toHaveCount(0);
    else await expect(rules).toHaveAttribute('content', robots);
  });
}

test('the map of the whole of France stays under 40 kB at every zoom', async ({ request }) => {
  for (const zoom of [0, 3, 5, 6, 8, 11, 14, 20]) {
    const answer = await request.get(`/api/v1/carte?bbox=-63,-22,56,52&zoom=${zoom}`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).byteLength, `zoom ${zoom}`).toBeLessThan(40_000);
    const { total, items } = await answer.json();
    expect(items.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(total);
    expect(total).toBe(381);
  }
});
