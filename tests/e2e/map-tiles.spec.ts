import { createServer, type Server } from 'node:http';
import { freePort } from '@/lib/cli/port';
import { type Launched, launch } from '../support/launcher';
import { listen } from '../support/local-server';
import { marks, openMap } from '../support/map-page';
import { expect, test } from '../support/site';

/** One grey pixel, stretched by the map to the size of a tile. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGN4AgAA6QDobYZTvQAAAABJRU5ErkJggg==',
  'base64',
);

let tiles: Server;
let site: Launched;
let tilesOrigin: string;
let areTilesAway = false;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  tiles = createServer((_, response) => {
    if (areTilesAway) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(TILE);
  });
  tilesOrigin = `http://127.0.0.1:${await listen(tiles)}`;
  site = launch({
    port: await freePort(),
    settings: {
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
      MAP_TILES_URL: `${tilesOrigin}/{z}/{x}/{y}.png`,
      MAP_TILES_CREDIT: '© IGN',
    },
  });
  await site.ready;
});

test.afterAll(async () => {
  await site?.stop();
  tiles?.close();
});

test.beforeEach(() => {
  areTilesAway = false;
});

test('configured tiles lie over the drawn ground, with their credit, and no other origin is let in', async ({
  page,
}) => {
  const answer = await page.goto(`${site.url}/fabriques`);
  expect(answer?.headers()['content-security-policy']).toContain(`img-src 'self' data: ${tilesOrigin};`);
  await expect(marks(page).first()).toBeVisible();
  await expect(page.locator('img.leaflet-tile-loaded').first()).toBeAttached();
  await expect(page.getByRole('link', { name: '© IGN' })).toHaveAttribute('href', 'https://www.ign.fr/');
  await expect(page.locator('.leaflet-ground-pane canvas')).toHaveCount(1);
  await expect(page.locator('.lm-names text')).toHaveCount(0);
});

test('where tiles fail the drawn ground remains, with the names of the towns', async ({ page }) => {
  areTilesAway = true;
  await openMap(page, `${site.url}/fabriques?region=bretagne`);
  await expect(page.locator('.leaflet-ground-pane canvas')).toHaveCount(1);
  await expect(page.locator('.lm-names text').filter({ hasText: 'Rennes' })).toHaveCount(1);
});

test('visitors are told that their address goes to the makers of the tiles, named, and only then', async ({ page }) => {
  await page.goto(`${site.url}/donnees-personnelles`);
  const told = page.getByRole('main').getByText(/Ce serveur reçoit donc votre adresse IP/);
  await expect(told).toContainText(new URL(tilesOrigin).host);
  await expect(told).toContainText('© IGN');
  await page.goto('/donnees-personnelles');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(told).toHaveCount(0);
});
