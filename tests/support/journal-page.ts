import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';

export const field = (page: Page) => page.getByRole('textbox', { name: 'Fiche' });
export const lines = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

export async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger en CSV' }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}
