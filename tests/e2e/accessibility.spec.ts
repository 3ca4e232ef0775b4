import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/site';

/** One address of every page type, states included. */
const PAGES = [
  '/',
  '/fabriques',
  '/fabriques?region=hauts-de-france&territoire=qpv',
  '/fabriques?q=condicion+publik',
  '/fabriques?q=zzzzzz&page=abc&region=inconnue',
  '/fabriques?lieu=saint',
  '/fabriques?pres-de=59350&rayon=20',
  '/fabriques/la-condition-publique-roubaix',
  '/fabriques/anis-saint-martin',
  '/fabriques/inconnue',
  '/regions',
  '/regions/hauts-de-france',
  '/regions/saint-martin',
  '/departements/59',
  '/departements/48',
  '/vagues',
  '/vagues/vague-1',
  '/vagues/vague-10',
  '/vagues/vague-1/hauts-de-france',
  '/vagues/vague-10/bretagne',
  '/a-propos',
  '/mentions-legales',
  '/donnees-personnelles',
  '/accessibilite',
  '/plan-du-site',
];
const WIDTHS = [1440, 390];
const SCHEMES = ['light', 'dark'] as const;
/** What 640 px leaves at 200 %. */
const NARROWEST = 320;

// Four readings of a page by axe take long on a slow machine; none of them is a measure.
test.describe.configure({ timeout: 240_000 });

for (const address of PAGES) {
  test(`${address} has no fault that axe can find, wide or narrow, light or dark, and loses nothing at 320 px`, async ({
    page,
  }) => {
    const faults: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address, { waitUntil: 'networkidle' });
      for (const colorScheme of SCHEMES) {
        // Without motion: a colour read halfway through its change is neither of the two.
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations) {
          faults.push(`${width} px, ${colorScheme}, ${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
        }
      }
    }
    expect(faults).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);

    await page.setViewportSize({ width: NARROWEST, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
