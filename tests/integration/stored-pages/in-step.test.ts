import fc from 'fast-check';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { withClient } from '@/lib/cli/scratch';
import { addAdministrator, openStructureForm } from '../../bench/saving/site-save';
import { type Launched, launch } from '../../support/launcher';
import { laureates, toQuery } from '../../support/naive-directory';
import { type Place, randomFilter } from '../../support/random-filter';
import { createTestDatabase } from '../../support/test-database';

let pool: Pool;
/** Two instances before one database. */
let here: Launched;
let there: Launched;
let regions: string[];
let centres: Place[];

beforeAll(async () => {
  const database = await createTestDatabase();
  pool = new Pool({ connectionString: database, max: 2 });
  await withClient(database, addAdministrator);
  regions = (await pool.query<{ slug: string }>('SELECT slug FROM region ORDER BY slug')).rows.map(({ slug }) => slug);
  ({ rows: centres } = await pool.query<Place>(
    `SELECT code, longitude, latitude FROM commune WHERE code IN ('59350', '75056', '13055', '97411') ORDER BY code`,
  ));
  const port = await freePort();
  const settings = { DATABASE_URL: database, SITE_URL: `http://localhost:${port}` };
  here = launch({ port, settings });
  there = launch({ port: await freePort(), settings });
  await Promise.all([here.ready, there.ready]);
}, 400_000);
afterAll(async () => {
  await Promise.all([here.stop(), there.stop()]);
  await pool.end();
});

async function load({ url }: Launched, page: string) {
  const answer = await fetch(url + page);
  const [tag, policy] = ['etag', 'content-security-policy'].map((name) => answer.headers.get(name));
  return { status: answer.status, tag, policy, text: await answer.text() };
}
type Loaded = Awaited<ReturnType<typeof load>>;

const EDITS = ['rename', 'archive', 'withdraw'] as const;
type Edit = (typeof EDITS)[number];
const changeOf = (kind: Edit, mark: number) =>
  ({
    rename: `name = name || ' rebaptisée ${mark}.'`,
    archive: 'archived_at = now()',
    withdraw: 'published_at = NULL',
  })[kind];

/** What an edit marks beside what it does: both instances have heard of it once they show the mark. */
const WITNESS = laureates[0]?.slug ?? '';
let marks = 0;
const markOn = (site: Launched) =>
  load(site, `/fabriques/${WITNESS}`).then(({ text }) => /Marque (\d+)/.exec(text)?.[1]);

async function edit(change: string, slug: string) {
  marks += 1;
  const mark = `Marque ${marks}`;
  await pool.query(
    `WITH marked AS (UPDATE structure SET description = '${mark}' WHERE slug = '${WITNESS}')
     UPDATE structure SET ${change} WHERE slug = $1`,
    [slug],
  );
  for (const site of [here, there]) await expect.poll(() => markOn(site)).toBe(String(marks));
}

/** The rows of a list, in their order. */
const listed = ({ text }: Loaded) =>
  [...text.matchAll(/<li class="row"[^>]*>[^]*? href="\/fabriques\/([a-z0-9-]+)/g)].map(([, slug = '']) => slug);

/** The copy of a live page that React reads holds its parts in the order in which they were ready, and the policy their hashes. */
const lastingPart = (page: string, loaded: Loaded) =>
  page.startsWith('/fabriques?')
    ? { status: loaded.status, markup: loaded.text.replaceAll(/<script\b[^]*?<\/script>/g, '') }
    : loaded;

/** Kept or made, here and on the other instance. */
async function expectSame(page: string): Promise<Loaded> {
  const made = await load(here, page);
  for (const site of [here, there, there])
    expect(lastingPart(page, await load(site, page))).toEqual(lastingPart(page, made));
  return made;
}

describe('two instances of the site', () => {
  it('give the same page, kept or made anew, and both tell what was edited in between', async () => {
    const address = fc.oneof(
      { weight: 4, arbitrary: randomFilter(regions, centres).map((filter) => `/fabriques?${toQuery(filter)}`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('/', '/regions', '/vagues', '/regions/bretagne', '/vagues/vague-1/bretagne'),
      },
      { weight: 1, arbitrary: fc.constantFrom(...laureates).map(({ slug }) => `/fabriques/${slug}`) },
    );
    const told: Record<Edit, number> = { rename: 0, archive: 0, withdraw: 0 };
    const property = fc.asyncProperty(address, fc.constantFrom(...EDITS), fc.nat(), async (page, kind, at) => {
      const before = await expectSame(page);
      // The last one may leave the list for the next page.
      const rows = listed(before)
        .slice(0, -1)
        .filter((slug) => slug !== WITNESS);
      const slug = rows[at % rows.length];
      await edit(changeOf(kind, marks + 1), slug ?? 'la-machinerie-amiens');
      const after = await expectSame(page);
      if (slug === undefined) return;
      told[kind] += 1;
      const isTold = kind === 'rename' ? after.text.includes(`rebaptisée ${marks}.`) : !listed(after).includes(slug);
      expect([page, kind, isTold]).toEqual([page, kind, true]);
    });
    await fc.assert(property, { numRuns: 20, seed: 11, endOnFailure: true });
    expect(Object.values(told).every((count) => count > 0)).toBe(true);
  }, 400_000);

  it('know a page that an edit did not change by the same tag', async () => {
    const { tag } = await load(here, '/regions/corse');
    await edit('updated_at = updated_at', 'la-machinerie-amiens');
    const headers = { 'if-none-match': tag ?? '' };
    for (const { url } of [here, there]) expect((await fetch(`${url}/regions/corse`, { headers })).status).toBe(304);
  });

  it('show what was saved through one of them at once there, and soon on the other, which then shows nothing older', async () => {
    const [id, slug] = ['fabt-288', 'providenza-pieve'];
    const pages = [`/fabriques/${slug}`, '/fabriques?region=corse', '/regions/corse'];
    const save = await openStructureForm(here.url, id);
    const seenOn = (site: Launched) =>
      Promise.all(pages.map(async (page) => Number(/Lieu no (\d+)/.exec((await load(site, page)).text)?.[1] ?? 0)));
    await Promise.all([seenOn(here), seenOn(there)]);
    for (let number = 1; number <= 5; number += 1) {
      await save(`Lieu no ${number}`);
      expect(await seenOn(here)).toEqual(pages.map(() => number));
      const seen = await vi.waitFor(
        async () => {
          const numbers = await seenOn(there);
          expect(numbers).toContain(number);
          return numbers;
        },
        { timeout: 20_000, interval: 10 },
      );
      // One page told it: whatever is asked from then on does.
      expect(Math.min(...seen)).toBeGreaterThanOrEqual(number - 1);
      for (let again = 0; again < 3; again += 1) expect(await seenOn(there)).toEqual(pages.map(() => number));
    }
  }, 400_000);
});
