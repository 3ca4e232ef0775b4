import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { findPublicPage, isLivePage, isReadingPage, mayBePublic } from '@/lib/site/public-page';
import { ROOT } from '../support/templates';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

async function write(statement: string) {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
  emptyDirectoryCache();
}

async function isKnown(path: string) {
  const page = await findPublicPage(path);
  return page !== null && ((await page.isKnown?.()) ?? true);
}

describe('an address', () => {
  it.each([
    '/',
    '/fabriques',
    '/fabriques/la-machinerie-amiens',
    '/regions/bretagne',
    '/regions/%62retagne',
    '/regions/saint-martin',
    '/departements/2A',
    '/departements/2a',
    '/departements/1',
    '/departements/978',
    '/vagues/vague-8',
    '/vagues/vague-8/guadeloupe',
    '/opengraph-image',
    '/fabriques/zzz/opengraph-image-1',
    '/regions/',
  ])('%s is left to its page', async (path) => {
    expect(await isKnown(path)).toBe(true);
  });

  it.each([
    '/fabriques/zzz',
    '/fabriques/La-Machinerie-Amiens',
    '/fabriques/a%2Fb',
    '/regions/xx',
    '/regions/saint-barthelemy',
    '/departements/99',
    '/departements/977',
    '/vagues/vague-99',
    '/vagues/vague-1/xx',
    '/vagues/vague-99/bretagne',
    '/_global-error',
    '/%5Fglobal-error',
    '/page-introuvable',
    '/nulle-part',
    '/wp-login.php',
    '//ailleurs.example/regions',
  ])('%s is nobody’s', async (path) => {
    expect(await isKnown(path)).toBe(false);
  });

  it('is known as long as it leads to the present one, and no longer when the structure is withdrawn', async () => {
    await write(`UPDATE structure SET slug = 'ess-team-renommee' WHERE slug = 'ess-team-tourcoing'`);
    expect(await isKnown('/fabriques/ess-team-tourcoing')).toBe(true);
    await write(`UPDATE structure SET archived_at = now() WHERE slug = 'ess-team-renommee'`);
    expect(await isKnown('/fabriques/ess-team-tourcoing')).toBe(false);
    expect(await isKnown('/fabriques/ess-team-renommee')).toBe(false);
  });

  it('is not declared unknown when the database cannot say', async () => {
    await write('ALTER TABLE structure RENAME TO moved');
    await expect(isKnown('/fabriques/never-asked')).rejects.toThrow(/does not exist/);
    await write('ALTER TABLE moved RENAME TO structure');
  });
});

describe('the address of a page', () => {
  it.each([
    ['/', '/'],
    ['/?utm_source=lettre&fbclid=1', '/'],
    ['/regions?page=2', '/regions'],
    ['/regions/%62retagne?retour=region%3Dbretagne', '/regions/bretagne'],
    ['/fabriques/la-machinerie-amiens?retour=q%3Dx', '/fabriques/la-machinerie-amiens'],
    ['/fabriques?', '/fabriques'],
    ['/fabriques?utm_campaign=x&territoire=qpv&region=bretagne', '/fabriques?region=bretagne&territoire=qpv'],
    ['/fabriques?region=bretagne&region=bretagne&q=&page=1&tri=', '/fabriques?region=bretagne'],
    ['/fabriques?departement=2a', '/fabriques?departement=2A'],
    ['/fabriques?page=9999', '/fabriques?page=20'],
    ['/fabriques?q=zzzzqqqq&page=9', '/fabriques?q=zzzzqqqq'],
    ['/fabriques?lieu=&rayon=50', '/fabriques'],
    ['/fabriques?q=caf%C3%A9?&region=bretagne', '/fabriques?q=caf%C3%A9%3F&region=bretagne'],
    ['/fabriques?utm_source=a?b&region=bretagne', '/fabriques?region=bretagne'],
    ['/fabriques?q=caf%C3%A9++cr%C3%A8me', '/fabriques?q=caf%C3%A9%20cr%C3%A8me'],
  ])('%s is %s, asked and printed so', async (written, canonical) => {
    expect(await findPublicPage(written)).toMatchObject({ target: canonical, canonical });
  });

  it.each([
    ['/', 'plain'],
    ['/regions/bretagne', 'plain'],
    ['/vagues/vague-8/guadeloupe', 'plain'],
    ['/fabriques?region=bretagne', 'plain'],
    ['/fabriques?page=20', 'list'],
    ['/fabriques?region=bretagne&tri=recent', 'list'],
    ['/fabriques/la-machinerie-amiens', 'record'],
    ['/fabriques?q=amiens', 'odd'],
    ['/fabriques?zone=1,2,3,4', 'odd'],
    ['/fabriques?pres-de=59350', 'odd'],
    ['/fabriques?region=bretagne&territoire=qpv', 'odd'],
    ['/fabriques?region=nulle-part', null],
    ['/fabriques?page=-1', null],
    ['/fabriques?lieu=Lille', null],
    ['/?lieu=Lille', null],
  ])('%s is kept among the %s ones', async (target, room) => {
    expect((await findPublicPage(target))?.room).toBe(room);
  });

  it('prints nothing of what was not understood', async () => {
    const page = await findPublicPage('/fabriques?region=nulle-part&territoire=qpv&utm_source=x');
    expect(page).toEqual({
      target: '/fabriques?region=nulle-part&territoire=qpv',
      canonical: '/fabriques?territoire=qpv',
      room: null,
    });
  });
});

it('an address that leads to a page keeps what is asked of it', async () => {
  expect(await findPublicPage('/fabriques/?region=bretagne')).toMatchObject({ target: '/fabriques/?region=bretagne' });
});

it('each page of the site has its row or its shape, without which it would be nobody’s', () => {
  const routes = readdirSync(join(ROOT, 'app', '(public)'), { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'page.tsx')
    .map((file) => `/${dirname(file)}`.replace(/^\/\.$/, '/').replaceAll(/\[\w+\]/g, 'x'));
  expect(routes).toContain('/vagues/x/x');
  expect(routes.filter((route) => isLivePage(route) === isReadingPage(route))).toEqual([]);
});

describe('what may be a page for everybody', () => {
  it.each(['/', '/regions/%62retagne', '/nulle-part', '/opengraph-image', '/administration'])('is %s', (path) => {
    expect(mayBePublic(path)).toBe(true);
  });

  it.each([
    '/admin',
    '/%61dmin/structures',
    '/connexion',
    '/%63onnexion',
    '/x/../connexion',
    '/x/%2e%2e/connexion',
    '/x%2F..%2Fadmin',
    '/x\\..\\admin',
    '/./admin',
    '//admin',
    '/admin#x',
    '/admin%23x',
    '/admin%3Fx',
    '/%61cces/secret',
    '/%61pi/v1/structures',
    '/_next/static/x',
    '/carte/fonds.svg',
    '/robots.txt',
  ])('is not %s', (path) => {
    expect(mayBePublic(path)).toBe(false);
  });
});
