import type { Page } from 'playwright/test';
import { expect, type Office } from './office-site';

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last().click();
export const refused = (page: Page) => expect(page.locator('.form-summary').first()).toBeVisible();
export const conflict = (page: Page) => expect(page.locator('.conflict')).toBeVisible();
export const overtake = ({ pool }: Office, statement: string) => pool.query(statement);

export type OfficeStates = Readonly<Record<string, (page: Page, office: Office) => Promise<unknown>>>;
