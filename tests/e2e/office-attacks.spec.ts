import http from 'node:http';
import type { Page } from 'playwright/test';
import { expect, type Office, PASSWORD, signIn, test } from '../support/office-site';

test.describe.configure({ timeout: 240_000 });

const PAGES = [
  '/admin',
  '/admin/utilisateurs',
  '/admin/utilisateurs/1',
  '/admin/mon-compte',
  '/admin/journal',
  '/admin/nulle-part',
];

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string };

/** Sends exactly these headers: a browser or a client library would add its own. */
const send = (url: string, options: http.RequestOptions = {}, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = http.request(url, { agent: false, ...options }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    request.on('error', reject).end(body);
  });

const unquoted = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** What a form posts without JavaScript: its hidden fields and what was typed, as multipart. */
function multipart(html: string, formId: string, typed: Record<string, string>) {
  const form = new RegExp(`<form id="${formId}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes = '']): [string, string] => [
    unquoted(/name="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    unquoted(/value="([^"]*)"/.exec(attributes)?.[1] ?? ''),
  ]);
  const boundary = 'frontiere';
  const parts = [...hidden, ...Object.entries(typed)].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join('')}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}

async function postSignIn(office: Office, typed: Record<string, string>, headers: Record<string, string>) {
  const page = await send(`${office.url}/connexion`);
  const { body, type } = multipart(page.body, 'connexion', typed);
  return send(`${office.url}/connexion`, { method: 'POST', headers: { 'content-type': type, ...headers } }, body);
}

const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

for (const path of PAGES) {
  test(`${path} gives nothing without a session, whatever the headers`, async ({ office }) => {
    const { email, name } = await office.addUser('administrator');
    const tries: [string, Record<string, string>][] = [
      [path, {}],
      [path, { rsc: '1' }],
      [path, { rsc: '1', 'next-router-prefetch': '1' }],
      [path, { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' }],
      [path, { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy', 'x-nextjs-data': '1' }],
      [`${path}.rsc`, {}],
      [`/${path}`, {}],
      [path.replace('/admin', '/%61dmin'), {}],
      [path, { cookie: 'fabriques.session_token=x.y' }],
    ];
    for (const [target, headers] of tries) {
      const answer = await send(office.url + target, { headers });
      expect([200, 307, 308, 404]).toContain(answer.status);
      expect(answer.body).not.toContain(email);
      expect(answer.body).not.toContain(name);
      if (answer.status === 200) expect(answer.body).toMatch(/NEXT_REDIRECT|\/connexion|noindex/);
    }
    const plain = await send(office.url + path);
    expect(plain.status).toBe(307);
    expect(plain.headers.location).toMatch(/^(http:\/\/[^/]+)?\/connexion/);
  });
}

test('pages of the office are kept nowhere, indexed nowhere, and public pages set no cookie', async ({
  page,
  office,
}) => {
  const { email } = await office.addUser('administrator');
  await signIn(page, office, email);
  for (const path of ['/admin', '/admin/journal', '/admin/journal/export']) {
    expect((await page.request.get(office.url + path)).headers()['cache-control']).toContain('no-store');
  }
  for (const path of ['/connexion', '/connexion/oubli', '/acces/x']) {
    const answer = await send(office.url + path);
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.body).toMatch(/<meta name="robots" content="noindex/);
  }
  expect((await send(`${office.url}/robots.txt`)).body).toMatch(
    /Disallow: \/admin\nDisallow: \/connexion\nDisallow: \/acces/,
  );
  for (const path of ['/', '/fabriques', '/connexion']) {
    expect((await send(office.url + path)).headers['set-cookie']).toBeUndefined();
  }
  for (const path of ['/api/auth/get-session', '/api/auth/sign-up/email', '/api/auth/sign-in/email']) {
    expect((await send(office.url + path, { method: 'POST' })).status).toBeGreaterThanOrEqual(404);
    expect((await send(office.url + path)).status).toBe(404);
  }
});

test('a form without the origin of this site is refused, forwarded host or not', async ({ office }) => {
  const { email } = await office.addUser('reader');
  const typed = { email, password: PASSWORD };
  for (const headers of [
    {},
    { origin: 'null' },
    { origin: 'https://ailleurs.example' },
    { origin: 'https://ailleurs.example', 'x-forwarded-host': 'ailleurs.example' },
    { origin: 'https://ailleurs.example', 'x-forwarded-host': 'ailleurs.example', host: 'ailleurs.example' },
  ]) {
    const answer = await postSignIn(office, typed, headers);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers.location).toBeUndefined();
  }
  const own = await postSignIn(office, typed, { origin: office.url });
  expect(own.status).toBe(303);
  expect(own.headers['set-cookie']?.join()).toMatch(/session_token=.*HttpOnly.*SameSite=lax/i);
});

test('a forged X-Forwarded-For does not escape the limit of wrong passwords', async ({ office }) => {
  const { email } = await office.addUser('reader');
  const said: string[] = [];
  for (let guess = 0; guess < 7; guess += 1) {
    const headers = { origin: office.url, 'x-forwarded-for': `203.0.113.${guess}`, 'x-real-ip': `203.0.113.${guess}` };
    const { body } = await postSignIn(office, { email, password: 'pas le bon mot' }, headers);
    said.push(/attendez/.test(body) ? 'wait' : 'wrong');
  }
  expect(said.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'wrong'));
  expect(said).toContain('wait');
});

test('an action replayed by another role, after suspension or after sign-out writes nothing', async ({
  page,
  office,
}) => {
  const [admin, reader] = [await office.addUser('administrator'), await office.addUser('reader')];
  await signIn(page, office, admin.email);
  const adminCookie = await cookieOf(page);
  const target = `${office.url}/admin/utilisateurs/${reader.number}`;
  const { body: html } = await send(target, { headers: { cookie: adminCookie } });
  const replay = (cookie: string, typed: Record<string, string> = {}) => {
    const { body, type } = multipart(html, 'role-portee', { role: 'administrator', portee: 'france', ...typed });
    const headers = { cookie, origin: office.url, 'content-type': type };
    return send(target, { method: 'POST', headers }, body);
  };
  const roleOf = async () =>
    (await office.pool.query<{ role: string }>(`SELECT role FROM "user" WHERE id = $1`, [reader.id])).rows[0]?.role;

  await page.context().clearCookies();
  await signIn(page, office, reader.email);
  const readerCookie = await cookieOf(page);
  const lower = await replay(readerCookie);
  expect(lower.body).not.toContain(admin.email);
  expect(await roleOf()).toBe('reader');
  const { rows } = await office.pool.query('SELECT code FROM refusal WHERE actor_id = $1', [reader.id]);
  expect(rows).toContainEqual({ code: 'forbidden' });

  await replay('');
  expect(await roleOf()).toBe('reader');
  await office.pool.query(`UPDATE "user" SET disabled_at = now() WHERE id = $1`, [admin.id]);
  await replay(adminCookie);
  expect(await roleOf()).toBe('reader');
  await office.pool.query(`UPDATE "user" SET disabled_at = NULL WHERE id = $1`, [admin.id]);
  await replay(adminCookie, { disabledAt: '', name: 'Autre', regionScope: '53' });
  expect(await roleOf()).toBe('administrator');
  await office.pool.query('DELETE FROM session WHERE user_id = $1', [admin.id]);
});

test('a form sent twice answers twice the same and writes once', async ({ page, office }) => {
  const admin = await office.addUser('administrator');
  await signIn(page, office, admin.email);
  const cookie = await cookieOf(page);
  const target = `${office.url}/admin/utilisateurs`;
  const { body: html } = await send(target, { headers: { cookie } });
  const { body, type } = multipart(html, 'invitation', {
    email: 'double@exemple.fr',
    role: 'reader',
    portee: 'france',
  });
  const post = () =>
    send(target, { method: 'POST', headers: { cookie, origin: office.url, 'content-type': type } }, body);
  const answers = await Promise.all([post(), post()]);
  const links = answers.map((answer) => /acces\/[\w-]{43}/.exec(answer.body)?.[0]);
  expect(links[0]).toBeDefined();
  expect(links[1]).toBe(links[0]);
  const { rows } = await office.pool.query(`SELECT 1 FROM access_link WHERE email = 'double@exemple.fr'`);
  expect(rows.length).toBe(1);
});
