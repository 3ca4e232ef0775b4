import type { Page } from 'playwright/test';
import { axeFaults } from './faults';

type View = readonly [width: number, colorScheme: 'light' | 'dark'];

const EVERY_VIEW: readonly View[] = [
  [1440, 'light'],
  [1440, 'dark'],
  [390, 'light'],
  [390, 'dark'],
];
const CROSSED_VIEWS: readonly View[] = [
  [1440, 'light'],
  [390, 'dark'],
];
const NARROWEST = 320;

async function faultsIn(page: Page, views: readonly View[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, colorScheme] of views) {
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

/** Wide and narrow, light and dark, then at what 640 px leave at 200 %. No rule is off, no element left out. */
export const faultsOf = (page: Page): Promise<string[]> => faultsIn(page, EVERY_VIEW);

export const stateFaultsOf = (page: Page): Promise<string[]> => faultsIn(page, CROSSED_VIEWS);
