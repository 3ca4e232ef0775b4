import { type Browser, type Page, test } from 'playwright/test';
import { type Office, openOffice, signIn } from './office-site';
import { openRelay, type Relay } from './relay';
import { copySeeded } from './seeded-site';

type ContextOptions = Parameters<Browser['newContext']>[0];

type OfficeSite = Office & {
  /** Between the site and its database. */
  relay: Relay;
  admin: { email: string };
  signIn: (browser: Browser, email: string, options?: ContextOptions) => Promise<Page>;
};

async function openOfficeSite(): Promise<OfficeSite> {
  const database = await copySeeded();
  const relay = await openRelay(database.url);
  const office = await openOffice({ DATABASE_URL: relay.url }, database).catch(async (error: unknown) => {
    await relay.cut();
    throw error;
  });
  return {
    ...office,
    relay,
    admin: await office.addUser('administrator'),
    signIn: async (browser, email, options = {}) => {
      const context = await browser.newContext({ ...options, baseURL: office.url });
      const page = await context.newPage();
      await signIn(page, office, email);
      return page;
    },
    close: async () => {
      await office.close().finally(relay.cut);
    },
  };
}

/** Of the whole file, open once its tests begin. */
export function useOfficeSite(): OfficeSite {
  const site = {} as OfficeSite;
  test.beforeAll(async () => {
    Object.assign(site, await openOfficeSite());
  });
  test.afterAll(() => site.close?.());
  return site;
}
