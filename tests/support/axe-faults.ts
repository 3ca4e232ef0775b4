import type { Page } from 'playwright/test';
import { axeFaults } from './faults';

const VIEWS = [
  [1440, 'light'],
  [390, 'dark'],
] as const;
/** What 640 px leave at 200 %. */
const NARROWEST = 320;

/** Wide and light, then narrow and dark, then at the narrowest. No rule is off, no element left out. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, colorScheme] of VIEWS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // While a page takes over what the server wrote, its title is out of the document for a moment.
    await page.waitForFunction(() => document.title !== '');
    for (const fault of await axeFaults(page)) faults.push(`${width} px, ${colorScheme}, ${fault}`);
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
