import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ACTION_FIELDS, addressOf, closeAfterEach, openBareSite } from '../../support/bare-site';
import { PAGE_POLICY, storeBefore, untilPagesAreKept, writePage } from '../../support/stored-pages';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
beforeAll(untilPagesAreKept);
closeAfterEach();

type Render = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

/** A site whose every page is written by the test. Gives the addresses that were asked of it, in order. */
async function openSite(render: Render): Promise<string[]> {
  const { answer, made } = storeBefore(async (request, response) => render(response, request.headers));
  await openBareSite(answer);
  return made;
}

async function get(path: string, options: RequestInit = {}) {
  const answer = await fetch(addressOf(path), { redirect: 'manual', ...options });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const READ = '/a-propos';

it('a page for everybody is made once', async () => {
  const made = await openSite((response) => writePage(response, 'À propos'));
  for (let asked = 0; asked < 3; asked += 1) expect((await get(READ)).text).toContain('À propos');
  expect(made).toEqual([READ]);
});

function fail(response: ServerResponse, status: number) {
  response.statusCode = status;
  writePage(response, 'Une erreur');
}

const NOT_FOR_EVERYBODY: [what: string, status: number, render: Render][] = [
  ['an error', 500, (response) => fail(response, 500)],
  ['a page whose database is away', 503, (response) => fail(response, 503)],
  [
    'a page that gives a cookie',
    200,
    (response) => {
      response.setHeader('set-cookie', 'session=1');
      writePage(response, 'Bonjour');
    },
  ],
  [
    'a way to another page for now',
    307,
    (response) => {
      response.writeHead(307, { location: '/connexion', 'content-type': 'text/html' }).end('Temporary Redirect');
    },
  ],
  [
    'a way to another page for good',
    308,
    (response) => {
      response.writeHead(308, { location: '/regions', 'content-type': 'text/html' }).end('Permanent Redirect');
    },
  ],
  [
    'a page of which a part failed',
    200,
    (response) => writePage(response, 'Le début <!--$!--><template data-dgst="123"></template><!--/$-->'),
  ],
  ['a page that failed whole under a good status', 200, (response) => writePage(response, '<p id="__next_error__">')],
  ['what is no page', 200, (response) => response.setHeader('content-type', 'text/plain').end('Bonjour')],
  ['a page that was cut in the middle', 500, (response) => response.destroy(new Error('cut'))],
];

it.each(NOT_FOR_EVERYBODY)(
  '%s, answered %i, is made again for each reader, until a good page follows, which stays',
  async (_, status, render) => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    let isMended = false;
    const made = await openSite((response, headers) =>
      isMended ? writePage(response, 'La bonne page') : render(response, headers),
    );
    for (let asked = 0; asked < 2; asked += 1) {
      const answer = await get(READ);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    isMended = true;
    for (let asked = 0; asked < 2; asked += 1) expect((await get(READ)).text).toContain('La bonne page');
    expect(made).toEqual([READ, READ, READ]);
  },
);

describe('a redirect', () => {
  it.each([307, 308])('%i leaves without a body', async (status) => {
    await openSite((response) => {
      response.writeHead(status, { location: '/regions', 'content-type': 'text/html' }).end('x'.repeat(12_000));
    });
    const { headers, text } = await get(READ);
    expect([headers.get('location'), text]).toEqual(['/regions', '']);
  });
});

describe('what is for one reader', () => {
  it.each([
    '/admin',
    '/admin/structures/fabt-1',
    '/connexion',
    '/connexion/code',
    `/acces/${'a'.repeat(43)}`,
    '/%63onnexion',
    '/%61cces/secret',
    '/x%2F..%2Fconnexion',
  ])('%s goes to its page each time, with its cookies and with its nonce', async (path) => {
    const made = await openSite((response, { cookie }) => writePage(response, `de ${cookie ?? 'personne'}`));
    for (const reader of ['alice', 'bruno', 'alice']) {
      const { text, headers } = await get(path, { headers: { cookie: reader } });
      expect(text).toContain(`de ${reader}`);
      expect(headers.get('content-security-policy')).toBe(PAGE_POLICY);
    }
    expect(made).toEqual([path, path, path]);
  });

  it('has no part in a page for everybody, which no cookie and no language of a reader reaches', async () => {
    const made = await openSite((response, { cookie, ...headers }) =>
      writePage(response, `${cookie ?? 'personne'}, ${headers['accept-language'] ?? 'sans langue'}`),
    );
    for (const reader of ['alice', 'bruno']) {
      const { text } = await get(READ, { headers: { cookie: reader, 'accept-language': 'de' } });
      expect(text).toContain('personne, sans langue');
    }
    expect(made).toHaveLength(1);
  });

  it('is answered by its own page when it is sent, not by what is kept', async () => {
    const made = await openSite((response) => writePage(response, 'Bonjour'));
    await get(READ);
    const body = new FormData();
    for (const [name, value] of Object.entries(ACTION_FIELDS)) body.set(name, value);
    for (let sent = 0; sent < 2; sent += 1) await get(READ, { method: 'POST', body });
    expect(made).toEqual([READ, READ, READ]);
  });
});

it('all addresses that are nobody’s share one page, which is no page of the site', async () => {
  const made = await openSite((response) => writePage(response, 'Rien ici'));
  const answers = [];
  for (const path of ['/fabriques/nulle-part', '/regions/xx', '/wp-login.php', '/page-introuvable'])
    answers.push(await get(path));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(made).toEqual(['/page-introuvable']);
});
