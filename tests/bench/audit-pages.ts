import lighthouse from 'lighthouse';
import { type Audit, type AuditedPage, CATEGORIES } from './results';

const RUNS = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Of each measure by itself. */
export function medianOf(page: AuditedPage, runs: readonly Audit[]): Audit {
  const of = (measure: Exclude<keyof Audit, 'page'>) => median(runs.map((run) => run[measure]));
  return {
    page,
    performance: of('performance'),
    accessibility: of('accessibility'),
    'best-practices': of('best-practices'),
    seo: of('seo'),
    lcpMs: of('lcpMs'),
    cls: of('cls'),
  };
}

async function auditOnce(page: AuditedPage, url: string, port: number): Promise<Audit> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'silent', onlyCategories: [...CATEGORIES] });
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? url}`);
  const { categories, audits } = result.lhr;
  const scoreOf = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  return {
    page,
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    'best-practices': scoreOf('best-practices'),
    seo: scoreOf('seo'),
    lcpMs: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    cls: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
  };
}

/** As a phone; the median of the runs, which take the pages in turn so that a busy minute is shared by all. */
export async function auditPages(pages: [AuditedPage, url: string][], port: number): Promise<Audit[]> {
  const audits: Audit[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, url] of pages) audits.push(await auditOnce(name, url, port));
  }
  return pages.map(([name]) =>
    medianOf(
      name,
      audits.filter(({ page }) => page === name),
    ),
  );
}
