import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { degreesText } from '@/lib/fields/degrees-text';
import { communeTable } from '@/lib/geocoding/commune-table';
import { geoplateforme } from '@/lib/geocoding/geoplateforme';
import { getEditedStructure } from '@/lib/structures/history';
import { lookUpPosition } from '@/lib/structures/look-up';
import { geocodedText, toFacts } from '@/lib/structures/resolve';
import { typedStructure } from '@/lib/structures/schema';
import { listen } from '../../support/local-server';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

type Reply = { status?: number; body?: unknown; afterMs?: number; headers?: Record<string, string> };
let server: Server;
let base = '';
let replies: Reply[] = [];
let asked: URL[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://geocoder'));
    const { status = 200, body = { features: [] }, afterMs = 0, headers = {} } = replies.shift() ?? {};
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    }, afterMs);
  });
  base = `http://127.0.0.1:${await listen(server)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  replies = [];
  asked = [];
});

const feature = (score: number, type = 'housenumber', citycode = '59512') => ({
  features: [{ geometry: { coordinates: [3.1746, 50.6942] }, properties: { score, type, citycode } }],
});
const locate = (address: string | null = '14 place Faidherbe') =>
  geoplateforme(base)({ address, communeCode: '59512' });

describe('the Géoplateforme', () => {
  it('is asked for the address in its commune, one answer', async () => {
    replies = [{ body: feature(0.93) }];
    expect(await locate()).toEqual({
      longitude: 3.1746,
      latitude: 50.6942,
      precision: 'address',
      score: 0.93,
      source: 'geoplateforme',
    });
    expect(asked[0]?.pathname).toBe('/search');
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      q: '14 place Faidherbe',
      citycode: '59512',
      limit: '1',
    });
  });

  it.each([
    ['a low score', feature(0.41), 0.41],
    ['another commune', feature(0.95, 'street', '35238'), 0.95],
    ['a commune for an address', feature(0.95, 'municipality'), 0.95],
    ['nothing', { features: [] }, 0],
  ])('with %s gives the centre of the commune, and the score that made it so', async (_, body, score) => {
    replies = [{ body }];
    expect(await locate()).toMatchObject({ precision: 'commune', score, source: 'geoplateforme', latitude: 50.68875 });
  });

  it('is asked once more after a 429, and no more', async () => {
    replies = [{ status: 429, headers: { 'retry-after': '0.1' } }, { body: feature(0.9) }];
    expect(await locate()).toMatchObject({ precision: 'address' });
    replies = [{ status: 429 }, { status: 429 }, { body: feature(0.9) }];
    await expect(locate()).rejects.toThrow('429');
    expect(asked).toHaveLength(4);
  });

  it('has three seconds', async () => {
    replies = [{ afterMs: 5_000, body: feature(0.9) }];
    await expect(locate()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('that answers nonsense is an error, never a position', async () => {
    replies = [{ body: { features: [{ geometry: { coordinates: ['x', 200] }, properties: {} }] } }];
    await expect(locate()).rejects.toMatchObject({ name: 'ZodError' });
    replies = [{ status: 500 }];
    await expect(locate()).rejects.toThrow('500');
  });

  it('is not asked without an address', async () => {
    expect(await locate(null)).toMatchObject({ precision: 'commune', source: 'commune_table' });
    expect(asked).toEqual([]);
  });
});

describe('the table of communes', () => {
  it('gives the centre, and nothing for a commune it does not know', async () => {
    expect(await communeTable({ address: 'x', communeCode: '59512' })).toMatchObject({
      precision: 'commune',
      score: 1,
    });
    expect(await communeTable({ address: null, communeCode: '99999' })).toBeNull();
  });
});

describe('looking a place up from the form', () => {
  it('fills the position alone: the territory is never concluded from it', async () => {
    const { amend, message } = await lookUpPosition({
      intention: 'adresse',
      commune: 'Roubaix (59512)',
      address: '1 rue X',
    });
    expect(Object.keys(amend).toSorted()).toEqual(['commune', 'geocoded', 'latitude', 'longitude', 'positionKind']);
    expect(amend).toMatchObject({ positionKind: 'commune', latitude: '50,68875' });
    expect(message).toContain('pas été trouvée avec assez de certitude');
  });

  it('gives communes to choose from when the text names several', async () => {
    await expect(lookUpPosition({ intention: 'centre', commune: 'Saint-Denis', address: null })).rejects.toMatchObject({
      code: 'commune-unclear',
      field: 'commune',
    });
    expect(
      await lookUpPosition({ intention: 'centre', commune: 'Saint-Denis', communeChoice: '93066', address: null }),
    ).toMatchObject({ amend: { commune: 'Saint-Denis (93066)' } });
    await expect(lookUpPosition({ intention: 'centre', commune: 'Xyzzyq', address: null })).rejects.toMatchObject({
      code: 'commune-unknown',
    });
  });
});

const found = { longitude: 3.1746, latitude: 50.6942, score: 0.93, source: 'geoplateforme' } as const;
const typedOf = (geocoded: string, change: Record<string, string>) =>
  typedStructure.parse({
    name: 'La Halle',
    commune: 'Roubaix (59512)',
    positionKind: 'address',
    latitude: '50,6942',
    longitude: '3,1746',
    territory: 'unknown',
    geocoded,
    ...change,
  });
const sent = (geocoded: string, change: Record<string, string> = {}) => toFacts(typedOf(geocoded, change), null, null);

describe('the score that a form brings back', () => {
  const NO_SCORE = { geocodingScore: null, geocodingSource: null };

  it('is the one that the geocoder gave, for the point that it gave', async () => {
    const sealed = await geocodedText({ ...found, precision: 'address' });
    expect(await sent(sealed)).toMatchObject({ geocodingScore: 0.93, geocodingSource: 'geoplateforme' });
    expect(await sent(sealed, { latitude: '50,6943' })).toMatchObject(NO_SCORE);
  });

  it('is none when the form made it up, or changed it', async () => {
    const sealed = await geocodedText({ ...found, precision: 'address' });
    const last = sealed.endsWith('0') ? '1' : '0';
    for (const forged of [
      '3.1746;50.6942;1;geoplateforme',
      'geocoded;3.1746;50.6942;address;1;geoplateforme',
      sealed.slice(0, -1) + last,
      'x'.repeat(900),
    ]) {
      expect(await sent(forged)).toMatchObject({ ...NO_SCORE, territory: 'unknown', qpvName: null });
    }
  });

  it('of a centre of commune does not become that of an address', async () => {
    const { amend } = await lookUpPosition({ intention: 'centre', commune: 'Roubaix (59512)', address: null });
    const { geocoded = '', latitude = '', longitude = '' } = amend;
    expect(await sent(geocoded, { latitude, longitude })).toMatchObject({ positionPrecision: 'address', ...NO_SCORE });
    expect(await sent(geocoded, { positionKind: 'commune', latitude, longitude })).toMatchObject({
      positionPrecision: 'commune',
      geocodingScore: 1,
      geocodingSource: 'commune_table',
    });
  });
});

describe('coordinates that a hand wrote', () => {
  const POINT = { latitude: '50,7', longitude: '3,2' };
  const refusal = { code: 'coordinates-without-address', field: 'positionKind' };

  it('are an address, and are never dropped unsaid with another position', async () => {
    expect(await sent('', POINT)).toMatchObject({ latitude: 50.7, longitude: 3.2, positionPrecision: 'address' });
    for (const positionKind of ['unknown', 'commune']) {
      await expect(sent('', { ...POINT, positionKind })).rejects.toMatchObject(refusal);
      await expect(sent('', { positionKind, latitude: '50,7', longitude: '' })).rejects.toMatchObject(refusal);
      expect(await sent('', { positionKind, latitude: '', longitude: '' })).toMatchObject({
        latitude: positionKind === 'commune' ? 50.68875 : null,
      });
    }
  });

  it('are not those with which the form came: the saved point, the centre, what the geocoder found', async () => {
    const saved = await getEditedStructure('fabt-032');
    if (!saved) throw new Error('fabt-032 is gone');
    const { latitude, longitude } = saved.facts;
    const shown = { latitude: degreesText(latitude), longitude: degreesText(longitude), positionKind: 'unknown' };
    const send = (change: Record<string, string>, version: number) => toFacts(typedOf('', change), saved, version);
    expect(await send(shown, saved.version)).toMatchObject({ latitude: null });
    const sealed = await geocodedText({ ...found, precision: 'address' });
    expect(await sent(sealed, { positionKind: 'unknown' })).toMatchObject({ latitude: null });
    expect(await sent('', { positionKind: 'unknown', latitude: '50,68875', longitude: '3,18435' })).toMatchObject({
      latitude: null,
    });
    await expect(send({ ...POINT, positionKind: 'unknown' }, saved.version)).rejects.toMatchObject(refusal);
    // Over someone else's change, the fields that differ are told first.
    expect(await send({ ...POINT, positionKind: 'unknown' }, saved.version + 1)).toMatchObject({ latitude: null });
  });
});
