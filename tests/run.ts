import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_VARIABLE, provideBrowser } from './support/browser';
import { type Count, countPlaywright, countVitest } from './support/counts';
import { ROOT } from './support/templates';

const RESULTS = path.join(ROOT, 'tests', '.results');
const program = (...parts: string[]) => path.join(ROOT, 'node_modules', ...parts);
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

/** Runs one program of the checks with its output shown; true when it succeeded. */
function succeeds(file: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

const oneCheck = (isGood: boolean): Count => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function check(title: string, run: () => Promise<Count>): Promise<Count> {
  say(`\n— ${title}`);
  const began = Date.now();
  const count = await run();
  say(`  ${title} : ${count.passed} réussis, ${count.failed} en échec, ${Math.round((Date.now() - began) / 1000)} s`);
  return count;
}

/** The types of the routes are made apart from any build. */
async function types(): Promise<Count> {
  const isMade = await succeeds(program('next', 'dist', 'bin', 'next'), 'typegen');
  return oneCheck(isMade && (await succeeds(program('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.')));
}

async function vitest(): Promise<Count> {
  const report = path.join(RESULTS, 'vitest.json');
  const config = path.join(ROOT, 'tests', 'vitest.config.ts');
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return countVitest(report, await succeeds(program('vitest', 'vitest.mjs'), ...args));
}

async function playwright(): Promise<Count> {
  try {
    process.env[BROWSER_VARIABLE] = await provideBrowser(say);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
  const config = path.join(ROOT, 'tests', 'playwright.config.ts');
  const isGood = await succeeds(program('playwright', 'cli.js'), 'test', '--config', config);
  return countPlaywright(path.join(RESULTS, 'e2e.json'), isGood);
}

const CHECKS: [title: string, run: () => Promise<Count>][] = [
  ['lint', async () => oneCheck(await succeeds(program('oxlint', 'bin', 'oxlint')))],
  ['format', async () => oneCheck(await succeeds(program('@biomejs', 'biome', 'bin', 'biome'), 'check'))],
  ['build', async () => oneCheck(await succeeds(path.join(ROOT, 'lib', 'cli', 'main.mjs'), 'build'))],
  ['types', types],
  ['unit and integration', vitest],
  ['end to end', playwright],
];

rmSync(RESULTS, { recursive: true, force: true });
const total: Count = { passed: 0, failed: 0 };
for (const [title, run] of CHECKS) {
  const count = await check(title, run);
  total.passed += count.passed;
  total.failed += count.failed;
}
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
say(`\n${total.passed} passed, ${total.failed} failed`);
