import { expect, test } from '../support/site';

const ADDRESSES = [
  '/',
  '/fabriques',
  '/fabriques/inconnue',
  '/regions/hauts-de-france',
  '/a-propos',
  '/api/v1/structures',
  '/api/v1/structures/inconnue',
  '/api/v1/facettes?page=zero',
  '/api/sante',
  '/robots.txt',
  '/sitemap.xml',
  '/carte/fonds.svg',
  '/nulle-part',
  '/%',
  '/%E0%A4%A',
];

for (const address of ADDRESSES) {
  test(`${address} carries every security header, no cookie and no trace of the program`, async ({ request }) => {
    const answer = await request.get(address);
    const headers = answer.headers();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy']).toContain('geolocation=(self)');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.match(/script-src[^;]*/)?.[0] ?? '').not.toContain('unsafe-inline');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(await answer.text()).not.toMatch(/node_modules|at .*\.(js|ts):\d+/);
  });
}

test('pages load nothing from elsewhere and raise no error in the console', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  for (const address of [
    '/',
    '/fabriques?region=hauts-de-france',
    '/fabriques/la-condition-publique-roubaix',
    '/regions/hauts-de-france',
    '/vagues/vague-1/hauts-de-france',
    '/a-propos',
  ]) {
    await page.goto(address, { waitUntil: 'networkidle' });
  }
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});
