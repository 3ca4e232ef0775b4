import { expect, test } from '../support/site';

const ROUBAIX = '/fabriques/la-condition-publique-roubaix';

test('a record says its facts, and beside each what it rests on', async ({ page }) => {
  await page.goto(ROUBAIX);
  await expect(page.getByRole('heading', { level: 1, name: 'La Condition Publique' })).toBeVisible();
  const fact = (name: string) => page.locator('dl.facts > div', { has: page.getByText(name, { exact: true }) });
  await expect(fact('Territoire')).toContainText('Quartier prioritaire (QPV)');
  await expect(fact('Territoire')).toContainText('Annoncé en quartier prioritaire');
  await expect(fact('Vague')).toContainText('annoncée le 3 février 2020');
  await expect(fact('Lieu')).toContainText('au centre de la commune');
  await expect(page.getByText('Montant non publié')).toBeVisible();
  await expect(page.getByText('Règle de l’annonce, pas un versement.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Les plus proches' })).toBeVisible();
  await expect(page.locator('.nearby li')).toHaveCount(6);
  await expect(page.locator('.hist time').first()).toHaveText('23 novembre 2026');
});

test('a record shows its money by year, with status and source', async ({ page }) => {
  await page.goto('/fabriques/le-400-brive-la-gaillarde');
  const table = page.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(table.getByRole('row').nth(1)).toContainText(/1re année\s*50\s000\s€\s*annoncé\s*francebleu\.fr/);
  await expect(table.getByRole('row').last()).toContainText(/150\s000\s€/);
  await expect(page.getByText('Montant non publié')).toHaveCount(0);
});

test('the site of a fabrique opens without telling it where one comes from', async ({ page }) => {
  await page.goto(ROUBAIX);
  const home = new URL(page.url()).origin;
  const links = await page
    .locator('main a[href^="http"]')
    .evaluateAll((all) =>
      all.map((link) => ({ href: link.getAttribute('href') ?? '', rel: link.getAttribute('rel') })),
    );
  const away = links.filter(({ href }) => new URL(href).origin !== home);
  expect(away.map(({ href }) => href)).toContain('https://laconditionpublique.com/');
  for (const { href, rel } of away) expect(rel, href).toMatch(/noopener noreferrer/);
});

test('an error is reported by a prepared mail that names the page', async ({ page }) => {
  await page.goto(ROUBAIX);
  const href = (await page.getByRole('link', { name: 'Signaler une erreur' }).getAttribute('href')) ?? '';
  expect(href).toMatch(/^mailto:contact@/);
  expect(new URL(href).searchParams.get('body')).toContain(ROUBAIX);
});

test('a way back written in the address, as former links have it, is neither followed nor repeated', async ({
  page,
}) => {
  const back = encodeURIComponent('region=hauts-de-france&territoire=qpv&x="><script>alert(1)</script>');
  await page.goto(`${ROUBAIX}?retour=${back}`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('link', { name: /^Retour/ })).toHaveText('Retour à l’annuaire');
  await expect(page.getByRole('link', { name: /^Retour/ })).toHaveAttribute('href', '/fabriques');
  expect(await page.locator('main').innerHTML()).not.toMatch(/alert\(1\)|retour=/);
});

test('search engines get the place, its address and no more precision than is known', async ({ page }) => {
  await page.goto(`${ROUBAIX}?retour=q%3Dlille`);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${ROUBAIX}$`));
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  const place = texts.map((text) => JSON.parse(text)).find((data) => data['@type'] === 'Organization');
  expect(place).toMatchObject({ name: 'La Condition Publique', sameAs: 'https://laconditionpublique.com/' });
  expect(place.location).not.toHaveProperty('geo');
});

test('the label says on which page or on which name it rests', async ({ page }) => {
  for (const [slug, basis] of [
    ['la-machinerie-amiens', 'D’après lamachinerie.org.'],
    ['fabrique-numerique-vichyco-vichy', 'D’après le nom du projet.'],
    ['fabrique-numerique-grand-autunois-morvan-autun', 'D’après le nom du projet et linformateurdebourgogne.com.'],
    ['pop-lille', 'L’annonce comptait 48 fabriques et 32 fabriques numériques, sans liste nominative complète.'],
  ]) {
    await page.goto(`/fabriques/${slug}`);
    const fact = page.locator('.facts > div').filter({ has: page.getByText('Label', { exact: true }) });
    await expect(fact.locator('.basis')).toHaveText(basis ?? '');
  }
  await page.goto('/fabriques/la-coursive-boutaric-dijon');
  await expect(page.getByRole('listitem').filter({ hasText: 'Source : ess-bfc.org' })).toBeVisible();
});

test('a shared link has a picture, and a record that is not public has none', async ({ page, request }) => {
  await page.goto(ROUBAIX);
  const address = new URL((await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '');
  const picture = await request.get(address.pathname + address.search);
  expect(picture.headers()['content-type']).toBe('image/png');
  await expect(page.locator('meta[property="og:image:alt"]')).toHaveAttribute(
    'content',
    'Nom, commune et territoire de la fabrique.',
  );
  const none = await request.get(address.pathname.replace('la-condition-publique-roubaix', 'inconnue'));
  expect(none.status()).toBe(404);
});

test('« Imprimer » prints, and is not offered where scripts do not run', async ({ page, browser, baseURL }) => {
  await page.goto(ROUBAIX);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Imprimer' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', '');
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const plain = await context.newPage();
  await plain.goto(ROUBAIX);
  await expect(plain.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(plain.getByRole('button', { name: 'Imprimer' })).toHaveCount(0);
  await context.close();
});
