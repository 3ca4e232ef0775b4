import { writeFileSync } from 'node:fs';
import { ROOT } from '@/tests/support/templates';
import { judge } from './goals';
import { measureAll } from './measure-all';
import { type BenchOptions, OptionError, readOptions } from './options';
import { writeReport } from './report';
import { noResults, type Results } from './results';

function writeResults(options: BenchOptions, results: Results, isWhole: boolean) {
  // What a broken run did not measure could have missed any of them.
  const goals = isWhole ? judge(results) : [];
  const report = writeReport(results, goals, options.seconds);
  if (options.out !== null) writeFileSync(options.out, report);
  process.stdout.write(`\n${report}`);
  if (goals.some(({ kept }) => !kept)) process.exitCode = 1;
}

async function run(options: BenchOptions) {
  const results = noResults();
  let isWhole = false;
  try {
    await measureAll(options, results);
    isWhole = true;
  } finally {
    // What was measured before a failure is still worth reading.
    if (isWhole || results.rows.length > 0) writeResults(options, results, isWhole);
  }
}

try {
  process.chdir(ROOT);
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  const text = error instanceof OptionError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
