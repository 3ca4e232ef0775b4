import { chromium } from 'playwright';
import { findBrowser, LAUNCH_ARGUMENTS } from '@/tests/support/browser';
import { freePort } from '../../lib/cli/port';
import { say, step } from '../../lib/cli/step.mjs';
import { auditPages } from './audit-pages';
import { AUDITED, type AuditedPage, type Results } from './results';
import { EMPTY_PAGE, EMPTY_READING_PAGE } from './scratch';
import { weighPage } from './weigh-page';

const addressesOf = (slug: string): Record<AuditedPage, string> => ({
  accueil: '/',
  annuaire: '/fabriques',
  fiche: `/fabriques/${slug}`,
  région: '/regions/hauts-de-france',
  'page vide de lecture': EMPTY_READING_PAGE,
  'page vide vivante': EMPTY_PAGE,
});

/** Asked once: it does not depend on the number of structures. */
export async function measureBrowser(url: string, slug: string, isAudited: boolean, results: Results): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null)
    return say('Aucun navigateur : les pages ne sont pas pesées, Lighthouse n’est pas lancé.');
  const addresses = addressesOf(slug);
  const port = await freePort();
  const args = [...LAUNCH_ARGUMENTS, `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const pages = AUDITED.map((page): [AuditedPage, string] => [page, url + addresses[page]]);
    await step('Poids des pages', async () => {
      for (const [page, address] of pages) results.weights.push(await weighPage(browser, page, address));
    });
    if (isAudited) results.audits = await step('Lighthouse', () => auditPages(pages, port));
  } finally {
    await browser.close();
  }
}
