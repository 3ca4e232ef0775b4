import type { APIRequestContext, Page } from 'playwright/test';
import { expect, signInAs, test } from '../support/office-site';

const ID = 'fabt-034';
const SLUG = 'tuba-mulhouse-mulhouse';
const NAME = 'Tubà Mulhouse';
const RECORD = `/fabriques/${SLUG}`;
const API = '/api/v1/structures';
const FRANCE = 'bbox=-5.5,41,10,51.5&zoom=5';

async function meet(request: APIRequestContext, site: string, picture: string) {
  const read = async (path: string) => {
    const answer = await request.get(path.startsWith('http') ? path : site + path);
    return { status: answer.status(), text: answer.status() < 500 ? await answer.text() : '' };
  };
  const isNamed = async (path: string) => (await read(path)).text.includes(NAME);
  const json = async (path: string) => JSON.parse((await read(path)).text);
  const facets = await json('/api/v1/facettes');
  const map = await json(`/api/v1/carte?${FRANCE}`);
  return {
    page: (await read(RECORD)).status,
    json: (await read(`${API}/${SLUG}`)).status,
    picture: (await read(picture)).status,
    search: await isNamed('/fabriques?q=tuba'),
    searchOfApi: (await json(`${API}?q=tuba`)).total,
    all: (await json(API)).total,
    region: facets.region.find(({ value }: { value: string }) => value === 'grand-est').count,
    wave: facets.vague.find(({ value }: { value: string }) => value === 'vague-1').count,
    map: countOnMap(map),
    sitemap: (await read('/sitemap/fabriques-1.xml')).text.includes(`${RECORD}<`),
    sheets: await Promise.all(
      ['/regions/grand-est', '/departements/68', '/vagues/vague-1', '/vagues/vague-1/grand-est'].map(isNamed),
    ),
  };
}

type MapAnswer = { items: { count?: number }[] };
/** Groups hold so many; a marker is one. */
const countOnMap = ({ items }: MapAnswer) => items.reduce((sum, { count = 1 }) => sum + count, 0);

const NOWHERE = {
  page: 404,
  json: 404,
  picture: 404,
  search: false,
  searchOfApi: 0,
  sitemap: false,
  sheets: [false, false, false, false],
};

async function act(page: Page, button: string, said: RegExp) {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByText(said).first()).toBeVisible();
}

test('a record withdrawn or archived is nowhere: page, JSON, picture, search, map, counts, sitemap; brought back, everywhere', async ({
  page,
  request,
  freshOffice: office,
}) => {
  const html = await (await request.get(office.url + RECORD)).text();
  const picture = /property="og:image" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(picture).toContain(SLUG);
  const before = await meet(request, office.url, picture);
  expect(before).toMatchObject({ page: 200, json: 200, picture: 200, search: true, searchOfApi: 1, sitemap: true });
  expect(before.sheets).toEqual([true, true, true, true]);
  const without = {
    ...NOWHERE,
    all: before.all - 1,
    region: before.region - 1,
    wave: before.wave - 1,
    map: before.map - 1,
  };

  await signInAs(page, office, 'administrator');
  await page.goto(`${office.url}/admin/structures/${ID}`);
  await act(page, 'Remettre en brouillon', /n’est plus publique/);
  expect(await meet(request, office.url, picture)).toEqual(without);
  await act(page, 'Publier', /La fiche est publique/);
  expect(await meet(request, office.url, picture)).toEqual(before);
  await act(page, 'Archiver', /La fiche est archivée/);
  expect(await meet(request, office.url, picture)).toEqual(without);
  await act(page, 'Rétablir', /La fiche est rétablie/);
  expect(await meet(request, office.url, picture)).toEqual(before);

  await page.goto(`${office.url}/admin/structures/nouvelle`);
  await page.getByLabel('Nom affiché').fill('Tubà Mulhouse bis');
  await page.getByLabel('Commune', { exact: true }).fill('Mulhouse (68224)');
  await page.getByLabel('Adresse de la page').first().fill('https://exemple.fr/annonce');
  await page.getByRole('button', { name: 'Créer le brouillon' }).click();
  await page.getByRole('checkbox', { name: /C’est une autre structure/ }).check();
  await page.getByRole('button', { name: 'Créer le brouillon' }).click();
  await page.waitForURL(/fait=creee/);
  const { rowCount } = await office.pool.query(
    `INSERT INTO award (structure_id, wave_id, label) SELECT id, 'vague-1', 'fabrique' FROM structure WHERE published_at IS NULL`,
  );
  expect(rowCount).toBe(1);
  expect(await meet(request, office.url, picture)).toEqual(before);
});
