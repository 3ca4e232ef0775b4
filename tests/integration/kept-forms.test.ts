import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listenToForms } from '@/lib/cli/failed-page';
import { type FormFate, tellFormFate } from '@/lib/forms/form-fate';
import { TOO_MANY_FORMS } from '@/lib/forms/form-refusals';
import { policyOf } from '@/lib/http/answer-policy';
import type { RequestHandler } from '@/lib/http/request-handler';
import {
  ACTION_FIELDS,
  addressOf,
  closeAfterEach,
  DEVICE_COOKIE,
  openBareSite,
  SIGNED_COOKIE,
  SITE,
} from '../support/bare-site';

closeAfterEach();

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...ACTION_FIELDS, ...fields })) form.append(name, value);
  return form;
};
const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(addressOf('/admin'), {
    method: 'POST',
    body: formOf(fields),
    headers: { origin: SITE, cookie: SIGNED_COOKIE, ...headers },
  });

/** As proxy.ts does while the database is away, without reading the form. */
const away: RequestHandler = async (_, response) => {
  response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
  response.write('<p>Le site ');
  response.end('est absent</p>');
};
const failing =
  (fate?: FormFate): RequestHandler =>
  async (request, response) => {
    await once(request.resume(), 'end');
    if (fate) tellFormFate(fate);
    response.writeHead(500, { 'content-type': 'text/html' }).end('Internal');
  };

describe('a form without JavaScript whose page cannot answer', () => {
  it('comes back whole, as text and nothing else, and is sent again by one button', async () => {
    await openBareSite(away);
    const answer = await post({
      '$ACTION_1:1': '[{"result":{"codes":["secours-1"]}}]',
      $ACTION_KEY: 'k123',
      _key: 'clé à usage unique',
      name: '"><script>alert(1)</script> &amp;',
      'x"><b>': 'y',
      description: 'deux\nlignes',
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toBe(policyOf({ kind: 'form' }));
    const page = await answer.text();
    expect(page).toContain('<h1>Cet envoi n’a pas été enregistré</h1>');
    expect(page).toContain('<form method="post" enctype="multipart/form-data">');
    for (const field of [
      'name="$ACTION_REF_1" value=""',
      'name="$ACTION_1:0" value="{&quot;id&quot;:&quot;abc&quot;,&quot;bound&quot;:&quot;$@1&quot;}"',
      'name="$ACTION_1:1" value="[null]"',
      'name="$ACTION_KEY" value="k123"',
      'name="_key" value="clé à usage unique"',
      'name="name" value="&quot;>&lt;script>alert(1)&lt;/script> &amp;amp;"',
      'name="x&quot;>&lt;b>" value="y"',
    ]) {
      expect(page).toContain(`<input type="hidden" ${field}>`);
    }
    expect(page).toMatch(/name="description" value="deux\r?\nlignes"/);
    expect(page).toMatch(/readonly>\n&quot;>&lt;script>[^<]*deux\r?\nlignes<\/textarea>/);
    expect(page).not.toMatch(/<script|<b>|secours|est absent/);
    expect(page).not.toMatch(/name="_(doubt|over)"/);
  });

  it('never holds a password or a code: they are typed again', async () => {
    await openBareSite(away);
    const page = await (
      await post({
        email: 'a@exemple.fr',
        password: 'girafe tambour lundi',
        passwordAgain: 'girafe tambour mardi',
        currentPassword: 'girafe tambour jeudi',
        code: '123456',
      })
    ).text();
    expect(page).toContain('name="email" value="a@exemple.fr"');
    expect(page).not.toMatch(/girafe|123456/);
    for (const [name, type] of Object.entries({
      password: 'password',
      passwordAgain: 'password',
      currentPassword: 'password',
      code: 'text',
    })) {
      expect(page).toContain(`name="${name}" type="${type}"`);
    }
    expect(page.match(/<label for="secret-\d">/g)).toHaveLength(4);
  });

  it.each([
    [undefined, 'On ne sait pas si cet envoi est enregistré', ['_doubt']],
    ['unknown', 'On ne sait pas si cet envoi est enregistré', ['_doubt']],
    ['unsaved', 'Cet envoi n’a pas été enregistré', ['_over']],
    ['saved', 'Cet envoi est enregistré, mais la réponse n’a pas pu s’afficher', []],
  ] as const)('says what its action said of it (%s) when the page around fails', async (fate, heading, marks) => {
    listenToForms();
    await openBareSite(failing(fate));
    const answer = await post({ _key: 'k', name: 'La Halle' });
    expect(answer.status).toBe(500);
    const page = await answer.text();
    expect(page).toContain(`<h1>${heading}</h1>`);
    expect(page).toContain('name="name" value="La Halle"');
    expect([...page.matchAll(/name="(\w+)" value="oui"/g)].map(([, name]) => name)).toEqual(marks);
  });

  it('that was already in doubt stays so, and says it once', async () => {
    await openBareSite(away);
    const page = await (await post({ _doubt: 'oui', _key: 'k', name: 'La Halle' })).text();
    expect(page).toContain('On ne sait pas si cet envoi est enregistré');
    expect(page.match(/name="_doubt"/g)).toHaveLength(1);
  });

  it('is read to its end however slowly it comes', async () => {
    await openBareSite(away);
    const boundary = 'x'.repeat(30);
    const parts = Object.entries({ ...ACTION_FIELDS, name: 'La Halle aux idées' }).map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const body = `${parts.join('')}--${boundary}--\r\n`;
    const socket = connect(Number(new URL(addressOf('/')).port), '127.0.0.1');
    const lines = ['POST /admin HTTP/1.1', 'Host: x', `Origin: ${SITE}`, 'Connection: close'];
    lines.push(`Content-Type: multipart/form-data; boundary=${boundary}`, `Content-Length: ${Buffer.byteLength(body)}`);
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body.slice(0, 60)}`);
    await sleep(200);
    socket.write(body.slice(60));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString();
    });
    await once(socket, 'close');
    expect(received).toContain('name="name" value="La Halle aux idées"');
  });

  it('is given back to no page of another site, to no program and to no live page', async () => {
    await openBareSite(away);
    expect((await post({ name: 'La Halle' }, { origin: 'https://evil.example' })).status).toBe(403);
    const answers = [
      await post({ name: 'La Halle' }, { origin: 'https://evil.example' }),
      await fetch(addressOf('/admin'), { method: 'POST', body: formOf({ name: 'La Halle' }) }),
      await post({ name: 'La Halle' }, { 'next-action': 'abc' }),
      await fetch(addressOf('/admin'), { method: 'POST', body: 'name=La+Halle', headers: { origin: SITE } }),
    ];
    for (const answer of answers) expect(await answer.text()).not.toMatch(/La.Halle|<form/);
  });

  it('beside too many others is not read, says when to come back, and what the others took is given back', async () => {
    const gate = new EventEmitter();
    let inside = 0;
    await openBareSite(async (request, response) => {
      await once(request.resume(), 'end');
      inside += 1;
      if (inside <= 4) await once(gate, 'open');
      await away(request, response);
    });
    const large = { name: 'é'.repeat(450_000) };
    const others = [1, 2, 3, 4].map(() => post(large));
    await expect.poll(() => inside, { timeout: 30_000 }).toBe(4);
    const unread = await post(large);
    expect([unread.status, unread.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await unread.text()).toContain(TOO_MANY_FORMS);
    gate.emit('open');
    for (const answer of await Promise.all(others)) expect(await answer.text()).toContain(large.name);
    // Those who never signed in here have room of their own.
    expect(await (await post({ name: 'La Halle' }, { cookie: '' })).text()).toContain('name="name" value="La Halle"');
    for (let again = 0; again < 5; again += 1) expect(await (await post(large)).text()).toContain(large.name);
  });

  it('of a device that entered before is read, however many strangers wait for their answers', async () => {
    let inside = 0;
    const gate = new EventEmitter().setMaxListeners(100);
    await openBareSite(async (request, response) => {
      await once(request.resume(), 'end');
      inside += 1;
      if (request.headers.cookie === undefined) await once(gate, 'open');
      await away(request, response);
    });
    const large = { name: 'x'.repeat(15_000) };
    const strangers = Array.from({ length: 40 }, () =>
      fetch(addressOf('/connexion'), { method: 'POST', body: formOf(large), headers: { origin: SITE } }),
    );
    await expect.poll(() => inside, { timeout: 30_000 }).toBeGreaterThan(30);
    const stranger = await post(large, { cookie: 'a=b' });
    expect(await stranger.text()).toContain(TOO_MANY_FORMS);
    const known = await post(large, { cookie: DEVICE_COOKIE });
    expect(await known.text()).toContain(large.name);
    gate.emit('open');
    const statuses = await Promise.all(strangers.map(async (answer) => (await answer).status));
    expect(new Set(statuses)).toEqual(new Set([503]));
  });
});
