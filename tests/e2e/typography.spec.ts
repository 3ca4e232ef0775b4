import { badlySet } from '../support/shown-text';
import { expect, test } from '../support/site';

const AT_ONCE = 4;

test('every page sets its text as French print does, whatever the tables hold', async ({ request, baseURL }) => {
  const map = await (await request.get('/sitemap.xml')).text();
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname);
  expect(listed.filter((path) => path.startsWith('/fabriques/'))).toHaveLength(382);
  const pages = Array.from({ length: 20 }, (_, at) => `/fabriques?page=${at + 1}`);
  const addresses = [...listed, ...pages, '/departements/90', '/nulle-part'].toReversed();
  const wrong: Record<string, string[]> = {};
  const walk = async () => {
    for (let address = addresses.pop(); address !== undefined; address = addresses.pop()) {
      const found = badlySet(await (await fetch(`${baseURL}${address}`)).text());
      if (found.length > 0) wrong[address] = found;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  expect(wrong).toEqual({});
});
