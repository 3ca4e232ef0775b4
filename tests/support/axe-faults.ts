import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const WIDTHS = [1440, 390];
const SCHEMES = ['light', 'dark'] as const;
const NARROWEST = 320;

/**
 * Reads the page as it stands, state included: wide and narrow, light and dark, then at what 640 px leave at 200 %. No
 * rule is off and no element is left out.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) {
        faults.push(`${width} px, ${colorScheme}, ${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
      }
    }
  }
  await page.setViewportSize({ width: NARROWEST, height: 800 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) faults.push(`overflows by ${overflow} px at ${NARROWEST} px`);
  if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) faults.push('not one h1');
  await page.setViewportSize({ width: 1440, height: 900 });
  return faults;
}
