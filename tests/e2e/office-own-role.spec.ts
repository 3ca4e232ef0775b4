import { faultsOf } from '../support/axe-faults';
import { expect, signInAs, test } from '../support/office-site';

for (const javaScriptEnabled of [true, false]) {
  test(`administrators are asked before they give their own role up, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    freshOffice: office,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const own = await signInAs(page, office, 'administrator');
    const demote = async () => {
      await page.getByRole('radio', { name: /^Lecture/ }).check();
      await page.getByRole('button', { name: 'Enregistrer le rôle' }).click();
    };
    const roleNow = async () =>
      (await office.pool.query<{ role: string }>('SELECT role FROM "user" WHERE id = $1', [own.id])).rows[0]?.role;
    const box = page.getByRole('checkbox', { name: 'Je ne serai plus administrateur' });

    await page.goto(`${office.url}/admin/utilisateurs/${own.number}`);
    await expect(box).toHaveCount(0);
    await demote();
    await expect(page.getByRole('alert').first()).toContainText('C’est le dernier administrateur en activité');
    await expect(box).toHaveCount(0);

    await office.addUser('administrator');
    await demote();
    await expect(page.getByRole('alert').first()).toContainText('Rien n’est encore enregistré');
    await expect(page.getByRole('radio', { name: /^Lecture/ })).toBeChecked();
    await expect(box).not.toBeChecked();
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
    expect(await roleNow()).toBe('administrator');

    await box.check();
    await page.getByRole('button', { name: 'Enregistrer le rôle' }).click();
    await page.waitForURL(/\/admin\/mon-compte/);
    await expect(page.getByRole('status').first()).toContainText('vous n’êtes plus administrateur');
    expect(await roleNow()).toBe('reader');
    expect((await page.request.get(`${office.url}/admin/utilisateurs`)).status()).toBe(404);
    await page.context().close();
  });
}
