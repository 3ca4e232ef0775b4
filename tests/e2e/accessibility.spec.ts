import type { Page } from 'playwright/test';
import { unreadPage } from '@/lib/cli/unread-answers';
import { UNREAD_FORM } from '@/lib/forms/form-refusals';
import { type KeptFormPage, keptFormPage } from '@/lib/forms/kept-form-page';
import { failurePage } from '@/lib/http/failure-page';
import { PAGES } from '@/lib/site/pages';
import { UNAVAILABLE_PAGE } from '@/lib/site/unavailable-page';
import { axeFaults, beyondScreen } from '../support/faults';
import { expect, test } from '../support/site';

const ADDRESSES = [
  ...PAGES.map(({ href }) => href),
  '/fabriques?region=hauts-de-france&territoire=qpv',
  '/fabriques?q=condicion+publik',
  '/fabriques?q=zzzzzz&page=abc&region=inconnue',
  '/fabriques?lieu=saint',
  '/fabriques?pres-de=59350&rayon=20',
  '/fabriques/la-condition-publique-roubaix',
  '/fabriques/anis-saint-martin',
  '/fabriques/inconnue',
  '/regions/hauts-de-france',
  '/regions/saint-martin',
  '/departements/59',
  '/departements/48',
  '/vagues/vague-1',
  '/vagues/vague-10',
  '/vagues/vague-1/hauts-de-france',
  '/vagues/vague-10/bretagne',
  '/nulle-part',
];
const WIDTHS = [1440, 390];
const SCHEMES = ['light', 'dark'] as const;
/** What 640 px leaves at 200 %. */
const NARROWEST = 320;

async function expectNoFault(page: Page, where: string, schemes: readonly ('light' | 'dark')[] = SCHEMES) {
  for (const colorScheme of schemes) {
    // Without motion: a colour read halfway through its change is neither of the two.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFaults(page), `${where}, ${colorScheme}`).toEqual([]);
  }
}

/** Wide in one scheme and narrow in the other, turned about from one page to the next: their parts are the same. */
const schemeOf = (page: number, width: number) => SCHEMES[(page + width) % SCHEMES.length] ?? 'light';

async function expectNothingLost(page: Page) {
  await page.setViewportSize({ width: NARROWEST, height: 800 });
  expect(await beyondScreen(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROWEST);
}

for (const [at, address] of ADDRESSES.entries()) {
  test(`${address} has no fault that axe can find, wide in one scheme and narrow in the other, and loses nothing at 320 px`, async ({
    page,
  }) => {
    for (const [turn, width] of WIDTHS.entries()) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address, { waitUntil: 'networkidle' });
      await expectNoFault(page, `${width} px`, [schemeOf(at, turn)]);
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectNothingLost(page);
  });
}

test('what overflows at 320 px is found, even where the page clips it', async ({ page }) => {
  await page.goto('/a-propos');
  await expectNothingLost(page);
  await page.locator('main').evaluate((main) => {
    main.insertAdjacentHTML(
      'beforeend',
      '<p style="width: 400px">large</p><p style="white-space: nowrap">plus de mots que n’en tient une seule ligne sur un aussi petit écran</p>',
    );
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROWEST);
  expect(await beyondScreen(page)).toEqual([expect.stringContaining('large'), expect.stringContaining('plus de mots')]);
});

const LATE_FORM: KeptFormPage = {
  fields: [
    ['name', 'Un nom'],
    ['password', ''],
  ],
  fate: 'unsaved',
  mark: null,
  cause: 'session-over',
  digest: undefined,
};

test('the plain pages of a refusal, an error, an absent database and a lost form have no fault either', async ({
  page,
}) => {
  const open: [string, () => Promise<unknown>][] = [
    ['400', () => page.goto('/%E0%A4%A')],
    ['500', () => page.setContent(failurePage('1066902330'))],
    ['503', () => page.setContent(UNAVAILABLE_PAGE)],
    [
      'a form that cannot be read',
      () => page.setContent(unreadPage({ sentence: UNREAD_FORM, content: '<p><a href="">Recharger la page</a></p>' })),
    ],
    ['a session that is over', () => page.setContent(keptFormPage(LATE_FORM))],
  ];
  for (const [name, show] of open) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await show();
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectNoFault(page, `${name}, ${width} px`);
    }
    await expectNothingLost(page);
  }
});

test('the filters opened on a phone have no fault, and lose nothing at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto('/fabriques?region=bretagne', { waitUntil: 'networkidle' });
  await page
    .getByRole('button', { name: /^Filtres/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole('checkbox', { name: /Quartier prioritaire/ })).toBeVisible();
  await expectNoFault(page, 'filters open');
  await expectNothingLost(page);
});

for (const width of WIDTHS) {
  test(`the suggestions of communes, open at ${width} px, have no fault`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/fabriques', { waitUntil: 'networkidle' });
    await page
      .getByRole('combobox', { name: /commune/i })
      .first()
      .fill('roub');
    await expect(page.getByRole('option', { name: /Roubaix/ }).first()).toBeVisible();
    await expectNoFault(page, `${width} px`);
  });
}
