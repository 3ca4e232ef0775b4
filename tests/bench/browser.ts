import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';
import { type Browser, chromium } from 'playwright';
import { findBrowser, LAUNCH_ARGUMENTS } from '@/tests/support/browser';
import { freePort } from '../../lib/cli/port';
import { say, step } from '../../lib/cli/step.mjs';
import type { LighthouseScore, PageWeight, Results } from './results';

const DIRECTORY = '/fabriques';
/** After the list is readable the map may still come: no script for this long means that it came. */
const QUIET_MS = 3_000;

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];

/** Without the polyfills that no present browser loads. */
export function assetsIn(html: string): string[] {
  const tags = html.match(/<(?:script|link)\s[^>]*>/gi) ?? [];
  const addresses = tags.flatMap((tag) => {
    if (/^<script/i.test(tag)) return /\snomodule/i.test(tag) ? [] : [attribute(tag, 'src')];
    const isWanted = /\brel="(?:stylesheet|modulepreload)"/i.test(tag) || /\bas="(?:script|style)"/i.test(tag);
    return isWanted ? [attribute(tag, 'href')] : [];
  });
  return [...new Set(addresses.filter((address) => address !== undefined))].map((address) =>
    address.replaceAll('&amp;', '&'),
  );
}

async function compressedSize(urls: string[]): Promise<number> {
  let total = 0;
  for (const url of urls) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    total += gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return total;
}

/** Beyond those of its HTML: the map's. */
async function fetchedLater(browser: Browser, url: string, atOnce: readonly string[]): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const fetched = new Set<string>();
  page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) fetched.add(request.url());
  });
  await page.goto(url + DIRECTORY, { waitUntil: 'load', timeout: 60_000 });
  for (let seen = 0; seen < fetched.size; ) {
    seen = fetched.size;
    await page.waitForTimeout(QUIET_MS);
  }
  await page.close();
  return [...fetched].filter((address) => !atOnce.includes(address));
}

async function weighDirectory(url: string, browser: Browser | null): Promise<PageWeight> {
  const html = await (await fetch(url + DIRECTORY)).text();
  const atOnce = assetsIn(html).map((address) => new URL(address, url).href);
  return {
    beforeMap: await compressedSize(atOnce),
    map: browser && (await compressedSize(await fetchedLater(browser, url, atOnce))),
  };
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const RUNS = 5;

/** As a phone; the median of the runs. */
async function auditPage(page: string, url: string, port: number): Promise<LighthouseScore[]> {
  const runs: number[][] = [];
  while (runs.length < RUNS) {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'silent', onlyCategories: [...CATEGORIES] });
    if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? url}`);
    runs.push(CATEGORIES.map((category) => Math.round((result.lhr.categories[category]?.score ?? 0) * 100)));
  }
  return CATEGORIES.map((category, index) => {
    const sorted = runs.map((scores) => scores[index] ?? 0).toSorted((a, b) => a - b);
    return { page, category, median: sorted[Math.floor(RUNS / 2)] ?? 0 };
  });
}

/** Asked once: it does not depend on the number of structures. */
export async function measureBrowser(url: string, slug: string, isAudited: boolean, results: Results): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) say('Aucun navigateur : la carte n’est pas pesée, Lighthouse n’est pas lancé.');
  const port = await freePort();
  const args = [...LAUNCH_ARGUMENTS, `--remote-debugging-port=${port}`];
  const browser = executablePath === null ? null : await chromium.launch({ executablePath, args });
  try {
    results.weight = await step('Poids de l’annuaire', () => weighDirectory(url, browser));
    if (!isAudited || browser === null) return;
    const pages = {
      accueil: '/',
      annuaire: DIRECTORY,
      fiche: `/fabriques/${slug}`,
      région: '/regions/hauts-de-france',
    };
    await step('Lighthouse', async () => {
      for (const [page, address] of Object.entries(pages))
        results.scores.push(...(await auditPage(page, url + address, port)));
    });
  } finally {
    await browser?.close();
  }
}
