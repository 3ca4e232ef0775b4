import type { Page } from 'playwright/test';
import { totpCode } from '@/lib/auth/totp';
import { formFields, typedOver } from '@/tests/support/form-fields';
import { withMail } from '../support/office-mail';
import { expect, signIn, signInAs, test } from '../support/office-site';
import { askOnce, enter, post } from '../support/office-visitor';
import { readSecret } from '../support/pairing';

async function giveCode(page: Page, code: string) {
  await page.getByLabel(/Code à six chiffres/).fill(code);
  await page.getByRole('button', { name: 'Continuer' }).click();
}

async function tryCode(url: string, cookie: string, code: string) {
  const { body } = await askOnce(url, '/connexion/code', { cookie });
  return (await post(`${url}/connexion/code`, typedOver(formFields(body, 'code'), { code }), { cookie })).body;
}

async function tryCodes(url: string, email: string) {
  const cookie = await enter(url, email);
  for (let at = 0; at < 5; at += 1) expect(await tryCode(url, cookie, '000000')).toContain('Ce code n’est pas le bon');
}

test('whoever tries codes waits; the owner is told once, by mail and in the journal, and enters on a known device', async ({
  page,
}) => {
  await withMail(async (office, received) => {
    const { email } = await signInAs(page, office, 'administrator');
    await page.goto(`${office.url}/admin/mon-compte`);
    const secret = await readSecret(page);
    await page.getByLabel('Code à six chiffres').fill(await totpCode(secret, new Date()));
    await page.getByRole('button', { name: 'Vérifier et mettre en place' }).click();
    await expect(page.locator('.recovery code')).toHaveCount(10);
    await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
    await page.waitForURL(/\/connexion/);

    await tryCodes(office.url, email);
    await tryCodes(office.url, email);
    await expect.poll(received).toContain(`RCPT TO:<${email}>`);
    await office.pool.query('UPDATE sign_in_failure SET count = 60, last_at = now()');
    const said = await tryCode(office.url, await enter(office.url, email), await totpCode(secret, new Date(), 1));
    expect(said).toContain('attendez 60 minutes avant de recommencer');

    await signIn(page, office, email);
    await giveCode(page, await totpCode(secret, new Date(), 1));
    await page.waitForURL(`${office.url}/admin`);
    await page.goto(`${office.url}/admin/journal`);
    await expect(page.getByText('codes de connexion faux, l’un après l’autre')).toHaveCount(1);
    expect(received().match(/RCPT TO/g)).toHaveLength(1);
  });
});
