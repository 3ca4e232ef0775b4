import type { Page } from 'playwright/test';
import { PASSWORD } from './office-site';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export async function readSecret(page: Page): Promise<string> {
  const begin = page.getByRole('form', { name: 'Mettre en place la double authentification' });
  await begin.getByLabel('Mot de passe actuel').fill(PASSWORD);
  await begin.getByRole('button').click();
  const key = (await page.locator('code.handover').innerText()).replaceAll(/\s/g, '');
  const bits = [...key].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCodePoint(Number.parseInt(byte, 2))).join('');
}
