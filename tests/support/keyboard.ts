import { expect, type Locator, type Page } from 'playwright/test';

const MOST_TABS = 150;
const isFocused = (control: Locator) => control.evaluate((element) => element === document.activeElement);

export async function tabTo(page: Page, control: Locator) {
  await expect(control).toBeVisible();
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    if (await isFocused(control)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${control} is not reached with Tab`);
}

export async function typeInto(page: Page, label: string, text: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }).first());
  await page.keyboard.type(text);
}

export async function press(page: Page, control: Locator, key = 'Enter') {
  await tabTo(page, control);
  await page.keyboard.press(key);
}
