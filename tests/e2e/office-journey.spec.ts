import { press, tabTo, typeInto } from '../support/keyboard';
import { expect, PASSWORD, test } from '../support/office-site';

const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00A0\u202F]/g, ' ');

test('with the keyboard alone an agent adds a structure with its wave and its funding, and the public reads the euros', async ({
  page,
  office,
}) => {
  const { email } = await office.addUser('editor', ['32']);
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const status = page.getByRole('status').first();

  await page.goto(`${office.url}/connexion`);
  await typeInto(page, 'Adresse de courriel', email);
  await typeInto(page, 'Mot de passe', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/admin$/);
  await press(page, page.getByRole('navigation', { name: 'Bureau' }).getByRole('link', { name: /^Structures/ }));
  await page.waitForURL(/\/admin\/structures$/);
  await press(page, link('Nouvelle structure'));
  await page.waitForURL(/\/nouvelle$/);

  await typeInto(page, 'Nom affiché', 'L’Atelier des quatre vents');
  const commune = page.getByRole('combobox', { name: 'Commune' });
  await typeInto(page, 'Commune', '59100');
  const option = page.getByRole('option', { name: /Roubaix/ });
  await expect(option).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(commune).toHaveValue('Roubaix (59512)');
  await expect(commune).toBeFocused();
  await typeInto(page, 'Adresse', '12 rue du Vent');
  await typeInto(page, 'Code postal', '59100');
  await typeInto(page, 'Titre', 'Annonce des lauréats');
  await typeInto(page, 'Adresse de la page', 'https://exemple.fr/annonce');
  await press(page, button('Créer le brouillon'));
  await page.waitForURL(/fait=creee/);
  await expect(page.getByText('Pour publier, il manque au moins une labellisation.')).toBeVisible();

  await press(page, link('Vagues et versements'));
  await page.waitForURL(/\/labellisations$/);
  const wave = page.getByRole('combobox', { name: 'Vague' });
  await press(page, wave, 'Home');
  for (let step = 0; step < 20 && (await wave.inputValue()) !== 'vague-1'; step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(wave).toHaveValue('vague-1');
  await tabTo(page, page.getByRole('radio', { name: 'Non précisé' }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'Non précisé' })).not.toBeChecked();
  await press(page, button('Ajouter à la vague'));
  await page.waitForURL(/\/labellisations\/vague-1/);
  await expect(status).toContainText('La structure est ajoutée à la vague');

  await typeInto(page, 'Année de l’aide, ligne 1', '1');
  await typeInto(page, 'Montant en euros, ligne 1', '50 000');
  await press(page, button('Enregistrer'));
  await expect(status).toContainText('est enregistrée');
  await expect(status).toBeFocused();
  await typeInto(page, 'Année de l’aide, ligne 2', '2');
  await typeInto(page, 'Montant en euros, ligne 2', '25 000');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Année de l’aide, ligne 3')).toBeVisible();
  await expect(status).toBeFocused();

  await press(page, link('L’Atelier des quatre vents').first());
  await page.waitForURL(/\/admin\/structures\/[^/]+$/);
  await press(page, button('Publier'));
  await expect(page.getByText('La fiche est publique.')).toBeVisible();
  await press(page, link('Ouvrir la fiche publiée'));
  await page.waitForURL(/\/fabriques\/l-atelier-des-quatre-vents-roubaix$/);
  const record = plain(await page.locator('main').textContent());
  for (const told of ['L’Atelier des quatre vents', 'Roubaix', 'Vague 1', '50 000 €', '25 000 €', '75 000 €']) {
    expect(record).toContain(told);
  }
});
