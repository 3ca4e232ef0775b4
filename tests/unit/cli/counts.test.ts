import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../support/counts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = (content: object) => {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const stats = (counts: object) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...counts },
  errors: [],
});

describe('the sum of the tests', () => {
  it('counts a skipped test as failed', () => {
    const both = report({
      testResults: [file('passed', 'passed', 'skipped', 'todo', 'pending'), file('failed', 'failed')],
    });
    expect(countVitest(both, false)).toEqual({ passed: 1, failed: 4 });
    expect(countPlaywright(report(stats({ expected: 3, skipped: 2, flaky: 1 })), true)).toEqual({
      passed: 3,
      failed: 3,
    });
  });

  it('counts a file that could not be read as one failure', () => {
    expect(countVitest(report({ testResults: [file('failed'), file('passed', 'passed')] }), false)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('counts a crash as a failure, even when every test it reported passed', () => {
    expect(countVitest(path.join(folder, 'missing.json'), true)).toEqual({ passed: 0, failed: 1 });
    expect(countVitest(report({ testResults: [file('passed', 'passed')] }), false)).toEqual({ passed: 1, failed: 1 });
    expect(countPlaywright(report({ unknown: true }), true)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(report(stats({ expected: 2 })), false)).toEqual({ passed: 2, failed: 1 });
  });
});
