import type { Browser } from 'playwright';
import type { AuditedPage, PageWeight } from './results';

/** After a page is readable its map may still come: nothing asked for this long means that it came. */
const QUIET_MS = 3_000;

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];

/** The scripts and styles that a page names; without the polyfills that no present browser loads. */
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

export type Fetched = { address: string; kind: string; bytes: number };

const KINDS = { document: 'html', script: 'script', stylesheet: 'style', font: 'font' } as const;
const isKind = (kind: string): kind is keyof typeof KINDS => kind in KINDS;

export function sumOf(fetched: readonly Fetched[], named: readonly string[]): Omit<PageWeight, 'page'> {
  const weight = { html: 0, script: 0, style: 0, font: 0, later: 0, other: 0 };
  for (const { address, kind, bytes } of fetched) {
    const known = isKind(kind) ? KINDS[kind] : 'other';
    const isLater = (known === 'script' || known === 'style') && !named.includes(address);
    weight[isLater ? 'later' : known] += bytes;
  }
  return weight;
}

/** All that a browser which knows nothing of the site fetches for a page read to its end, as it is sent: brotli, for what can be. */
export async function weighPage(browser: Browser, page: AuditedPage, url: string): Promise<PageWeight> {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const underWay: Promise<Fetched>[] = [];
  tab.on('requestfinished', (request) => {
    const weighed = request.sizes().then(({ responseBodySize: bytes }) => ({
      address: request.url(),
      kind: request.resourceType(),
      bytes,
    }));
    underWay.push(weighed);
  });
  const answer = await tab.goto(url, { waitUntil: 'load', timeout: 60_000 });
  const named = assetsIn((await answer?.text()) ?? '').map((address) => new URL(address, url).href);
  await tab.keyboard.press('End');
  for (let seen = 0; seen < underWay.length; ) {
    seen = underWay.length;
    await tab.waitForTimeout(QUIET_MS);
  }
  const fetched = await Promise.all(underWay);
  await tab.close();
  return { page, ...sumOf(fetched, named) };
}
