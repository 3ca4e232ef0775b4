import { expect, type Office, test } from '../support/office-site';
import { ask, contentOf, enter } from '../support/office-visitor';

/** No public page ever holds this draft: its name can only come from the office. */
const SECRET = 'Zinzolin inédit';
const SLUG = 'zinzolin-inedit';

type Headers = Record<string, string>;

async function addDraft({ pool }: Office): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO structure (slug, name, commune_code, department_code, region_code) VALUES ($1, $2, '59512', '', '')
     ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id`,
    [SLUG, SECRET],
  );
  return rows[0]?.id ?? '';
}

const TREE = encodeURIComponent(
  JSON.stringify(['', { children: ['admin', { children: ['structures', { children: ['__PAGE__', {}] }] }] }]),
);
const HEADERS: Headers[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-prefetch': '2' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/admin/structures/__PAGE__' },
  { rsc: '1', 'next-router-state-tree': TREE, 'next-url': '/admin' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware', rsc: '1' },
  { 'x-middleware-prefetch': '1', 'x-nextjs-data': '1' },
  { 'x-middleware-rewrite': '/admin/structures', 'x-matched-path': '/admin/structures' },
  { 'x-original-url': '/admin/structures', 'x-rewrite-url': '/admin/structures', 'x-invoke-path': '/admin/structures' },
  { 'x-path': '/connexion', 'x-address': '/connexion' },
];

const ON_TWISTED: Headers[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
];
const ANSWERED: Headers[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
];

const twisted = (path: string, buildId: string) => [
  path,
  `/${path}`,
  `///${path.slice(1).replaceAll('/', '//')}`,
  path.replace('/admin/', '/admin//'),
  path.replace('/admin', '/%61dmin'),
  path.replace('/admin', '/%2561dmin'),
  path.replace('/admin', '/ADMIN'),
  path.replace('/admin/', '/admin%2f'),
  path.replace('/admin/', '/admin%5c'),
  path.replace('/admin/', '/admin\\'),
  path.replace('/admin/', '/admin/%2e/'),
  path.replace('/admin/', '/admin/./'),
  path.replace('/admin/', '/fabriques/../admin/'),
  path.replace('/admin/', '/fabriques/%2e%2e/admin/'),
  path.replace('/admin/', '/carte/..%2fadmin/'),
  path.replace('/admin/', '/_next/static/../../admin/'),
  path.replace('/admin/', '/api/%2e%2e/admin/'),
  path.replace('/admin', '/admin;x'),
  `${path}/`,
  `${path}/.`,
  `${path}.rsc`,
  `${path}.txt`,
  `${path}.segments/_tree.segment.rsc`,
  `${path}.segments/admin/structures/__PAGE__.segment.rsc`,
  `/_next/data/${buildId}${path}.json`,
  `${path}?_rsc=abcde`,
  `${path}?q=roubaix&_rsc=abcde`,
];

test('no way to write the address or the headers of a structure gives it without a session', async ({ office }) => {
  const id = await addDraft(office);
  const { email } = await office.addUser('administrator');
  const { email: colleague } = await office.addUser('editor');
  const paths = ['/admin/structures', '/admin/structures/fabt-032'];
  const others = [
    `/admin/structures/${id}`,
    `/admin/structures/${id}/labellisations`,
    `/admin/structures/${id}/historique`,
    '/admin/vagues/vague-1',
    '/admin/utilisateurs',
    '/admin/journal',
  ];
  const buildId = /"b":"([\w-]+)"/.exec(contentOf(await ask(office.url, '/', { rsc: '1' })))?.[1] ?? 'construction';
  const refuse = async (target: string, headers: Headers) => {
    const said = `${target} ${JSON.stringify(headers)}`;
    const answers = await ask(office.url, target, headers);
    for (const { status } of answers) expect(status, said).toBeLessThan(500);
    for (const secret of [SECRET, email, colleague]) expect(contentOf(answers), said).not.toContain(secret);
    expect(contentOf(answers), said).not.toMatch(/condition publique/i);
  };
  for (const path of [...paths, ...others.slice(0, 1)]) for (const headers of HEADERS) await refuse(path, headers);
  for (const path of others) for (const headers of ON_TWISTED) await refuse(path, headers);
  for (const path of paths) {
    for (const target of twisted(path, buildId)) {
      for (const headers of ON_TWISTED) await refuse(target, headers);
    }
    const [door] = await ask(office.url, path);
    expect([door?.status, new URL(door?.location ?? '', office.url).pathname]).toEqual([307, '/connexion']);
  }

  const cookie = await enter(office.url, email);
  for (const path of ['/admin/structures?q=zinzolin', ...others.slice(0, 3), '/admin/utilisateurs']) {
    for (const headers of ANSWERED) {
      const told = contentOf(await ask(office.url, path, { ...headers, cookie }));
      expect(told).toContain(path.endsWith('utilisateurs') ? colleague : SECRET);
    }
  }
});
