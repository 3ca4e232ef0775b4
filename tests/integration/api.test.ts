import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GET as unknown } from '@/app/api/[...path]/route';
import { GET as health } from '@/app/api/sante/route';
import { GET as map } from '@/app/api/v1/carte/route';
import { POST as nearest } from '@/app/api/v1/communes/proche/route';
import { GET as communes } from '@/app/api/v1/communes/route';
import { GET as facets } from '@/app/api/v1/facettes/route';
import { GET as record } from '@/app/api/v1/structures/[slug]/route';
import { GET as structures } from '@/app/api/v1/structures/route';
import { API_ANSWERS, type ApiRoute } from '@/lib/api/answers';
import { PROBLEM, PROBLEM_TYPE } from '@/lib/http/problem';
import { laureates } from '../support/naive-directory';
import { nastyPairs } from '../support/nasty';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

/** `path` below /api/v1: an answer is kept for its address, which no two routes share. */
const request = (path: string, headers: HeadersInit = {}) =>
  new Request(`http://localhost/api/v1/${path}`, { headers });
const nothing = {};

/** What a route answers: exactly the shape that is told of it, or a problem. */
async function read(route: ApiRoute, answer: Response | Promise<Response>) {
  const response = await answer;
  const { status, headers } = response;
  const body = await response.json();
  (status === 200 ? API_ANSWERS[route] : PROBLEM).parse(body);
  expect(headers.get('content-type')).toBe(status === 200 ? 'application/json; charset=utf-8' : PROBLEM_TYPE);
  return { status, headers, body };
}
const list = (query: string) => read('/api/v1/structures', structures(request(`structures?${query}`), nothing));
const atSlug = (slug: string) =>
  record(request(`structures/${encodeURIComponent(slug)}`), { params: Promise.resolve({ slug }) });
const locate = (body: string) =>
  nearest(new Request('http://localhost/api/v1/communes/proche', { method: 'POST', body }), nothing);

describe('/api/v1/structures', () => {
  it('gives the set of the address, with English names and the values of the address', async () => {
    const { body } = await list('region=hauts-de-france&territoire=qpv&label=fabrique-numerique');
    expect(body).toMatchObject({ page: 1, pages: 1 });
    const machinerie = body.items.find(({ slug }: { slug: string }) => slug === 'la-machinerie-amiens');
    expect(machinerie).toMatchObject({
      name: 'La machinerie',
      commune: { code: '80021', name: 'Amiens' },
      department: { code: '80', name: 'Somme' },
      region: { code: '32', slug: 'hauts-de-france', name: 'Hauts-de-France' },
      territory: 'qpv',
      labels: ['fabrique-numerique'],
      waves: ['vague-1'],
      positionPrecision: 'address',
      url: 'http://localhost:3000/fabriques/la-machinerie-amiens',
    });
    expect(machinerie).not.toHaveProperty('distanceKm');
  });

  it('gives the distance when a commune is asked for, the nearest first', async () => {
    const { body } = await list('pres-de=59512');
    const distances: number[] = body.items.map(({ distanceKm }: { distanceKm: number }) => distanceKm);
    expect(distances.length).toBeGreaterThan(1);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  it('has no items beyond the end, and the same total', async () => {
    const { body, status } = await list('region=corse&page=999');
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 4, page: 999, pages: 1, items: [] });
  });

  it('refuses what it does not understand in one sentence that repeats nothing of it', async () => {
    const { status, body } = await list('region=<script>&page=0&inconnu=1');
    expect(status).toBe(400);
    expect(body.parameters).toEqual(['region', 'page']);
    expect(body).toMatchObject({ type: 'about:blank', status: 400, title: 'Demande incomprise' });
    expect(body.detail).not.toContain('script');
  });

  it('may be read from any site, and tells a reader that nothing changed', async () => {
    const first = await structures(request('structures?region=corse'), nothing);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/".+"$/);
    const second = await structures(request('structures?region=corse', { 'if-none-match': etag }), nothing);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    const other = await structures(request('structures?region=bretagne', { 'if-none-match': etag }), nothing);
    expect(other.status).toBe(200);
  });

  it('escapes what a browser could take for a tag', async () => {
    const answer = await structures(request('structures?q=%3Cb%3E'), nothing);
    expect(await answer.text()).not.toContain('<');
  });
});

describe('/api/v1/structures/[slug]', () => {
  it('gives one record with its awards and sources', async () => {
    const { status, body } = await read('/api/v1/structures/[slug]', atSlug('la-machinerie-amiens'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ slug: 'la-machinerie-amiens', territory: 'qpv', postcode: '80000' });
    expect(body.awards[0]).toMatchObject({ wave: 'vague-1', label: 'fabrique-numerique', instalments: [] });
    expect(body.sources.length).toBeGreaterThan(0);
  });

  it('gives every record whole, in the same shape', async () => {
    for (const { slug } of laureates) {
      const { body } = await read('/api/v1/structures/[slug]', atSlug(slug));
      expect(body.slug).toBe(slug);
    }
  });

  it.each(['inconnue', '', '\u0000', '../structures', 'a'.repeat(10_000)])('does not know %j', async (slug) => {
    expect((await read('/api/v1/structures/[slug]', atSlug(slug))).status).toBe(404);
  });
});

describe('/api/v1/facettes', () => {
  it('counts each facet with the other filters applied', async () => {
    const { body } = await read(
      '/api/v1/facettes',
      facets(request('facettes?region=hauts-de-france&territoire=qpv'), nothing),
    );
    expect(body.total).toBe(7);
    expect(body.region.find(({ value }: { value: string }) => value === 'hauts-de-france')).toEqual({
      value: 'hauts-de-france',
      label: 'Hauts-de-France',
      count: 7,
    });
    const territories = body.territoire.map(({ value, count }: { value: string; count: number }) => [value, count]);
    expect(Object.fromEntries(territories)).toEqual({ qpv: 7, rural: 9, 'non-precise': 11 });
  });
});

describe('/api/v1/carte', () => {
  it('counts in its items what it says in total, with the territories of the address', async () => {
    const { body } = await read(
      '/api/v1/carte',
      map(request('carte?bbox=1.3,48.8,4.3,51.2&zoom=12&region=hauts-de-france'), nothing),
    );
    const sum = body.items.reduce((total: number, { count }: { count: number }) => total + count, 0);
    expect(body.total).toBe(27);
    expect(sum).toBe(27);
    const territories = body.items.flatMap(({ territory }: { territory?: string }) => territory ?? []);
    expect(new Set(territories)).toEqual(new Set(['qpv', 'rural', 'non-precise']));
  });

  it.each(['', 'bbox=1,2,3,4', 'zoom=3', 'bbox=1,2,3&zoom=3', 'bbox=1,2,3,999&zoom=3', 'bbox=1,2,3,4&zoom=NaN'])(
    'refuses %j',
    async (query) => {
      expect((await read('/api/v1/carte', map(request(`carte?${query}`), nothing))).status).toBe(400);
    },
  );
});

describe('/api/v1/communes', () => {
  it.each([
    ['q=roubai', '59512'],
    ['q=59100', '59512'],
    ['q=75011', '75056'],
    ['q=13203', '13055'],
    ['q=Lyon%203e', '69123'],
    ['q=lile', '59350'],
  ])('finds the commune meant by %s', async (query, code) => {
    const { body } = await read('/api/v1/communes', communes(request(`communes?${query}`), nothing));
    expect(body.items.map((item: { code: string }) => item.code)).toContain(code);
    expect(body.items.length).toBeLessThanOrEqual(10);
  });

  it('gives the most populous communes of a box, and refuses a request that asks for nothing', async () => {
    const { body } = await read('/api/v1/communes', communes(request('communes?zone=1,48,3,50'), nothing));
    expect(body.items[0]).toMatchObject({ code: '75056', name: 'Paris' });
    for (const path of ['communes', 'communes?zone=1,2', 'communes?zone=3,2,1,0'])
      expect((await read('/api/v1/communes', communes(request(path), nothing))).status).toBe(400);
  });
});

describe('/api/v1/communes/proche', () => {
  it('names the commune of a position, and keeps nothing of it', async () => {
    const { body, headers } = await read('/api/v1/communes/proche', locate('{"longitude":3.17,"latitude":50.69}'));
    expect(body).toMatchObject({ code: '59512', name: 'Roubaix', department: { code: '59' } });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['', 'null', '[]', '{"longitude":"3","latitude":50}', '{"longitude":3,"latitude":999}', 'x'.repeat(100_000)])(
    'refuses a body that is no position',
    async (body) => {
      expect((await read('/api/v1/communes/proche', locate(body))).status).toBe(400);
    },
  );

  it('says so far from France', async () => {
    const { status, body } = await read('/api/v1/communes/proche', locate('{"longitude":-30,"latitude":40}'));
    expect([status, body.detail]).toEqual([404, 'Aucune commune française à moins de 50 km de cette position.']);
  });
});

it('says that it is well, and that it does not know an address', async () => {
  expect((await read('/api/sante', health())).body.status).toBe('ok');
  expect((await read('/api/sante', unknown())).status).toBe(404);
});

it('answers any query string with an answer or a refusal, never with a failure', async () => {
  const routes = [
    ['structures', structures],
    ['facettes', facets],
    ['carte', map],
    ['communes', communes],
  ] as const;
  await fc.assert(
    fc.asyncProperty(nastyPairs, fc.constantFrom(...routes), async (pairs, [path, route]) => {
      const asked = request(`${path}?${new URLSearchParams(pairs)}`);
      const { status, body } = await read(`/api/v1/${path}`, route(asked, nothing));
      expect([status, typeof body.detail]).toBeOneOf([
        [200, 'undefined'],
        [400, 'string'],
      ]);
    }),
    { numRuns: 1_500 },
  );
});
