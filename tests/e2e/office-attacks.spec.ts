import { formFields, typedOver } from '@/tests/support/form-fields';
import { expect, PASSWORD, signInAs, test } from '../support/office-site';
import { askOnce, doorFields, enter, post } from '../support/office-visitor';

test('pages of the office are kept nowhere, indexed nowhere, and public pages set no cookie', async ({
  page,
  office,
}) => {
  await signInAs(page, office, 'administrator');
  for (const path of ['/admin', '/admin/journal', '/admin/journal/export']) {
    expect((await page.request.get(office.url + path)).headers()['cache-control']).toContain('no-store');
  }
  for (const path of ['/connexion', '/connexion/oubli', '/acces/x']) {
    const answer = await askOnce(office.url, path);
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.body).toMatch(/<meta name="robots" content="noindex/);
  }
  expect((await askOnce(office.url, '/robots.txt')).body).toMatch(
    /Disallow: \/admin\nDisallow: \/connexion\nDisallow: \/acces/,
  );
  for (const path of ['/', '/fabriques', '/connexion']) {
    expect((await askOnce(office.url, path)).headers['set-cookie']).toBeUndefined();
  }
  // Those of the office are told to whoever asks.
  expect((await page.context().cookies()).map(({ name }) => name).toSorted()).toEqual([
    'fabriques.device',
    'fabriques.session_token',
  ]);
  expect((await askOnce(office.url, '/donnees-personnelles')).body).toContain('Un second cookie reste un an');
  for (const path of ['/api/auth/get-session', '/api/auth/sign-up/email', '/api/auth/sign-in/email']) {
    expect((await askOnce(office.url, path, {}, 'POST')).status).toBeGreaterThanOrEqual(404);
    expect((await askOnce(office.url, path)).status).toBe(404);
  }
});

test('a form without the origin of this site is refused, forwarded host or not', async ({ office }) => {
  const { email } = await office.addUser('reader');
  const door = `${office.url}/connexion`;
  const fields = () => doorFields(office.url, { email, password: PASSWORD });
  for (const headers of [
    { origin: undefined },
    { origin: 'null' },
    { origin: 'https://ailleurs.example' },
    { origin: 'https://ailleurs.example', 'x-forwarded-host': 'ailleurs.example' },
    { origin: 'https://ailleurs.example', 'x-forwarded-host': 'ailleurs.example', host: 'ailleurs.example' },
  ]) {
    const answer = await post(door, await fields(), headers);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers.location).toBeUndefined();
  }
  const own = await post(door, await fields());
  expect(own.status).toBe(303);
  expect(own.headers['set-cookie']?.join()).toMatch(/session_token=.*HttpOnly.*SameSite=lax/i);
});

test('a forged X-Forwarded-For does not escape the limit of wrong passwords', async ({ office }) => {
  const { email } = await office.addUser('reader');
  const said: string[] = [];
  for (let guess = 0; guess < 7; guess += 1) {
    const address = `203.0.113.${guess}`;
    const headers = { 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` };
    const fields = await doorFields(office.url, { email, password: 'pas le bon mot' });
    const { body } = await post(`${office.url}/connexion`, fields, headers);
    said.push(/attendez/.test(body) ? 'wait' : 'wrong');
  }
  expect(said.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'wrong'));
  expect(said).toContain('wait');
});

test('the page after sign-in is of this office, however another is written in the form', async ({ office }) => {
  const { email } = await office.addUser('reader');
  for (const suite of [
    '//ailleurs.example',
    '%2F%2Failleurs.example',
    '/%2Failleurs.example',
    '/\\ailleurs.example',
    '/\t/ailleurs.example',
    '/admin/..//ailleurs.example',
    '/admin/%2e%2e//ailleurs.example',
    '/admin@ailleurs.example',
    '/admin\r\nset-cookie: a=b',
    'javascript:alert(1)',
  ]) {
    const fields = await doorFields(office.url, { email, password: PASSWORD, suite });
    const { status, location, headers } = await post(`${office.url}/connexion`, fields);
    const { origin, pathname } = new URL(location, office.url);
    expect([suite, status, origin, pathname]).toEqual([suite, 303, office.url, '/admin']);
    expect(headers['set-cookie']?.join()).not.toContain('a=b');
  }
});

test('a form sent twice answers twice the same and writes once', async ({ office }) => {
  const cookie = await enter(office.url, (await office.addUser('administrator')).email);
  const { body: html } = await askOnce(office.url, '/admin/utilisateurs', { cookie });
  const typed = { email: 'double@exemple.fr', role: 'reader', portee: 'france' };
  const fields = typedOver(formFields(html, 'invitation'), typed);
  const send = () => post(`${office.url}/admin/utilisateurs`, fields, { cookie });
  const answers = await Promise.all([send(), send()]);
  const links = answers.map((answer) => /acces\/[\w-]{43}/.exec(answer.body)?.[0]);
  expect(links[0]).toBeDefined();
  expect(links[1]).toBe(links[0]);
  const { rows } = await office.pool.query(`SELECT 1 FROM access_link WHERE email = 'double@exemple.fr'`);
  expect(rows.length).toBe(1);
});
