import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { finished, isServing, makeProject, runOnce, start, untilSaid, useProjects } from '../support/embedded-programs';
import { killServer, postmasterOf } from '../support/postmaster';

useProjects();

describe('the embedded database', () => {
  it('keeps its rows from one start to the next, with a password that only its account reads, and stops in between', async () => {
    const project = makeProject('kept');
    const first = await runOnce(project);
    const { rows, home, url } = first.said();
    expect(first.output()).toContain('"rows"');
    expect(rows).toBe(1);
    expect(url).toMatch(/^postgresql:\/\/fabriques:[\w-]{32}@127\.0\.0\.1:\d+\/fabriques$/);
    expect(statSync(path.join(home, 'password')).mode & 0o777).toBe(0o600);
    expect(isServing(home)).toBe(false);
    expect((await runOnce(project)).said().rows).toBe(2);
  });

  it('is shared by two programs that start at once; the last to leave stops it', async () => {
    const project = makeProject('shared');
    const programs = [start(project, 'stay'), start(project, 'stay')] as const;
    const said = await Promise.all(programs.map(untilSaid));
    expect(said[0]?.url).toBe(said[1]?.url);
    expect(said.map(({ rows }) => rows).toSorted()).toEqual([1, 2]);
    const home = said[0]?.home ?? '';
    programs[0].child.kill('SIGTERM');
    await finished(programs[0]);
    expect(isServing(home)).toBe(true);
    programs[1].child.kill('SIGTERM');
    await finished(programs[1]);
    expect(isServing(home)).toBe(false);
  });

  it('is taken over when the program that started it was killed, and stopped by the next to leave', async () => {
    const project = makeProject('orphan');
    const killed = start(project, 'stay');
    const { home } = await untilSaid(killed);
    const postmaster = postmasterOf(home);
    killed.child.kill('SIGKILL');
    await finished(killed);
    const next = start(project, 'stay');
    expect((await untilSaid(next)).rows).toBe(2);
    expect(postmasterOf(home)).toBe(postmaster);
    next.child.kill('SIGTERM');
    await finished(next);
    expect(isServing(home)).toBe(false);
  });

  it('loses nothing acknowledged when everything is killed at once', async () => {
    const project = makeProject('crash');
    const killed = start(project, 'stay');
    const { home } = await untilSaid(killed);
    killed.child.kill('SIGKILL');
    killServer(home);
    await finished(killed);
    expect((await runOnce(project)).said().rows).toBe(2);
  });

  it('comes back by itself, at the same address, when it dies under a program that needs it', async () => {
    const project = makeProject('revived');
    const program = start(project, 'stay');
    const { home, url } = await untilSaid(program);
    const before = postmasterOf(home);
    killServer(home);
    while (!isServing(home) || postmasterOf(home) === before) await sleep(100);
    const other = await runOnce(project);
    expect(other.said()).toMatchObject({ url, rows: 2 });
    program.child.kill('SIGTERM');
    expect(await finished(program)).toBe(0);
  });

  it('lets a program leave in peace when it died just before', async () => {
    const project = makeProject('died');
    const program = start(project, 'stay');
    const { home } = await untilSaid(program);
    killServer(home);
    program.child.kill('SIGTERM');
    expect(await finished(program)).toBe(0);
    expect(isServing(home)).toBe(false);
    expect((await runOnce(project)).said().rows).toBe(2);
  });

  it('is restored from a copy of its folder, made while it was stopped', async () => {
    const { home } = (await runOnce(makeProject('saved'))).said();
    const elsewhere = makeProject('restored');
    // As a person would copy it back: neither owners nor modes are kept.
    cpSync(home, path.join(elsewhere, '.data', 'postgres'), { recursive: true });
    execFileSync('chmod', ['-R', 'a+rX', path.join(elsewhere, '.data')]);
    const restored = await runOnce(elsewhere);
    expect(restored.output()).toContain('"rows":2');
  });

  it('refuses the folder of another major version, says how to move it, and leaves it as it was', async () => {
    const project = makeProject('older');
    const { home } = (await runOnce(project)).said();
    const version = path.join(home, 'cluster', 'PG_VERSION');
    writeFileSync(version, '15\n');
    const before = readdirSync(path.join(home, 'cluster'));
    const refused = await runOnce(project);
    expect(refused.child.exitCode).toBe(1);
    expect(refused.output()).toMatch(
      /vient de PostgreSQL 15 .* fournit PostgreSQL \d+ : .*db:dump.*db:restore.*DATABASE_URL/,
    );
    expect(readdirSync(path.join(home, 'cluster'))).toEqual(before);
  });
});
