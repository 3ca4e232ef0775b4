import { chmodSync, chownSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canBecome, isRoot, makeProject, ordinaryAccount, runOnce, useProjects } from '../support/embedded-programs';

useProjects();

describe('the embedded database', () => {
  it('works for an ordinary account', async () => {
    const project = makeProject('ordinary');
    const account = isRoot && canBecome(ordinaryAccount()) ? ordinaryAccount() : null;
    if (account) chownSync(project, account.uid, account.gid);
    const run = await runOnce(project, account);
    expect(run.output()).toContain('"rows":1');
    expect(run.said().home).toBe(path.join(project, '.data', 'postgres'));
  });

  it('lives elsewhere, and says so, when root starts it where its account cannot enter', async () => {
    const project = makeProject('closed');
    chmodSync(project, 0o700);
    const run = await runOnce(project);
    const { home } = run.said();
    const elsewhere = '/var/lib/fabriques-de-territoire/';
    const sentence = `ne peut pas entrer dans ${project} : la base et ses programmes sont dans ${elsewhere}`;
    expect(run.output()).toContain(isRoot ? sentence : '"rows":1');
    expect(home.startsWith(isRoot ? elsewhere : project)).toBe(true);
    expect((await runOnce(project)).said().rows).toBe(2);
    if (isRoot) rmSync(path.dirname(home), { recursive: true });
  });

  it('tells an account without a name what to do instead', async () => {
    const project = makeProject('nameless');
    const nameless = { uid: 54_321, gid: 54_321 };
    const account = canBecome(nameless) ? nameless : null;
    if (account) chownSync(project, account.uid, account.gid);
    const run = await runOnce(project, account);
    expect(run.output()).toMatch(account ? /n° 54321 n’a pas de nom .*DATABASE_URL/ : /"rows":1/);
  });
});
