import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import type { PageWeight } from './goals';

const DIRECTORY = '/fabriques';
/** After the list is readable the map may still come: no script for this long means that it came. */
const QUIET_MS = 3_000;

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];

/** Addresses of the scripts and styles that the HTML itself asks for, without the polyfills that no present browser loads. */
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

async function compressedSize(url: string): Promise<number> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return gzipSync(Buffer.from(await answer.arrayBuffer())).length;
}

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

/** Scripts and styles that the page fetches by itself beyond those of its HTML: the map's. */
async function fetchedLater(browser: Browser, url: string, atOnce: ReadonlySet<string>): Promise<string[]> {
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
  return [...fetched].filter((address) => !atOnce.has(address));
}

/** Weighs what a browser loads for the directory, gzipped as any server or proxy would. */
export async function weighDirectory(url: string, browser: Browser | null): Promise<PageWeight> {
  const html = await (await fetch(url + DIRECTORY)).text();
  const atOnce = assetsIn(html).map((address) => new URL(address, url).href);
  const later = browser && (await fetchedLater(browser, url, new Set(atOnce)));
  return {
    beforeMap: sum(await Promise.all(atOnce.map(compressedSize))),
    map: later && sum(await Promise.all(later.map(compressedSize))),
  };
}
