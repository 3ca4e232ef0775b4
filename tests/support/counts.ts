import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Count = { passed: number; failed: number };

const CRASH: Count = { passed: 0, failed: 1 };

const vitestReport = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

const withCrash = (count: Count, isGood: boolean): Count =>
  isGood || count.failed > 0 ? count : { ...count, failed: count.failed + 1 };

const readReport = <Report>(file: string, shape: z.ZodType<Report>): Report | null => {
  if (!existsSync(file)) return null;
  const read = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return read.success ? read.data : null;
};

export function countVitest(file: string, isGood: boolean): Count {
  const report = readReport(file, vitestReport);
  if (!report) return CRASH;
  const count = { passed: 0, failed: 0 };
  for (const { status, assertionResults } of report.testResults) {
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const failed = assertionResults.length - passed;
    count.passed += passed;
    count.failed += failed === 0 && status === 'failed' ? 1 : failed;
  }
  return withCrash(count, isGood);
}

/** A test that passed at the second try did not pass. */
export function countPlaywright(file: string, isGood: boolean): Count {
  const report = readReport(file, playwrightReport);
  if (!report) return CRASH;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withCrash({ passed: expected, failed: unexpected + flaky + skipped + report.errors.length }, isGood);
}
