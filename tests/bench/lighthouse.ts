import lighthouse from 'lighthouse';
import type { LighthouseScore } from './goals';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const RUNS = 5;

export type AuditedPage = { name: string; address: string };

async function audit(url: string, port: number): Promise<number[]> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: [...CATEGORIES],
  });
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? url}`);
  return CATEGORIES.map((category) => Math.round((result.lhr.categories[category]?.score ?? 0) * 100));
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Lighthouse as a phone, through the browser that listens on that port: the median of five runs for each page. */
export async function auditPages(
  site: string,
  pages: readonly AuditedPage[],
  browserPort: number,
): Promise<LighthouseScore[]> {
  const scores: LighthouseScore[] = [];
  for (const { name, address } of pages) {
    const runs: number[][] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await audit(site + address, browserPort));
    for (const [index, category] of CATEGORIES.entries()) {
      scores.push({ page: name, category, median: median(runs.map((own) => own[index] ?? 0)) });
    }
  }
  return scores;
}
