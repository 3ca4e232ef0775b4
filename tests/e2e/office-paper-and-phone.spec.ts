import type { Page } from 'playwright/test';
import { expect, signInAs, test } from '../support/office-site';

const PAGES = [
  '/admin',
  '/admin/structures?etat=publiee&tri=commune',
  '/admin/structures/fabt-241',
  '/admin/structures/fabt-241/historique',
  '/admin/structures/fabt-241/labellisations/vague-1',
  '/admin/vagues',
  '/admin/vagues/vague-5',
  '/admin/versements?tri=montant',
  '/admin/utilisateurs',
  '/admin/journal',
  '/admin/mon-compte',
];
/** A4 between its margins of 14 mm, in CSS pixels. */
const PAPER = { width: 688, height: 1020 };

/** A pixel is a matter of rounding. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.scroll-x')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} in ${clientWidth}`),
  );

test('on paper a page of the office has its address once and its tables whole, and nothing that one presses', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  await page.setViewportSize(PAPER);
  for (const path of PAGES) {
    await page.goto(office.url + path);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    expect(printed.split(`${office.url}${path} `), path).toHaveLength(2);
    expect(printed).toMatch(/imprimé le \d/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const pressed of [
      '.office-bar',
      '.office-nav',
      '.office-main button',
      '.office-main .btn',
      '.office-filter',
      '.pick',
    ]) {
      expect(await page.locator(pressed).filter({ visible: true }).count(), `${path} ${pressed}`).toBe(0);
    }
    expect(await cutOff(page), path).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('on a phone each figure bears its name, every section is in view, and the box for all is there', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  await page.setViewportSize({ width: 390, height: 844 });
  const nameOf = (text: string) =>
    page
      .getByRole('table')
      .first()
      .locator('td', { hasText: text })
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
  await page.goto(`${office.url}/admin/vagues`);
  expect(await nameOf('109')).toContain('Annoncés');
  await page.goto(`${office.url}/admin/vagues/vague-5`);
  expect(await nameOf('150')).toContain('Promis');
  await page.goto(`${office.url}/admin/versements?vague=vague-5`);
  expect(await nameOf('50')).toContain('Montant');
  for (const section of await page.getByRole('navigation', { name: 'Bureau' }).getByRole('link').all()) {
    await expect(section).toBeInViewport({ ratio: 1 });
  }
  await page.goto(`${office.url}/admin/structures`);
  await page.getByRole('checkbox', { name: 'Choisir toutes les structures de cette page' }).check();
  await expect(page.locator('input[name="selection"]').last()).toBeChecked();
  expect(await cutOff(page)).toEqual([]);
});
