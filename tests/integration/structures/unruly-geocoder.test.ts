import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getSettings } from '@/lib/env';
import { lookUpPosition } from '@/lib/structures/look-up';
import { listen } from '../../support/local-server';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const MEGABYTE = 1024 * 1024;
const properties = { score: 0.93, type: 'housenumber', citycode: '59512' };
const FOUND = JSON.stringify({ features: [{ geometry: { coordinates: [3.1746, 50.6942] }, properties }] });

const servers: Server[] = [];
async function answerWith(handler: Handler): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  return `http://127.0.0.1:${await listen(server)}`;
}

let handle: Handler;
let askedElsewhere = 0;
let elsewhere = '';
beforeAll(async () => {
  elsewhere = await answerWith((_, response) => {
    askedElsewhere += 1;
    response.end(FOUND);
  });
  process.env.GEOCODER_URL = await answerWith((request, response) => handle(request, response));
});
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const lookUp = () =>
  lookUpPosition({ intention: 'adresse', commune: 'Roubaix (59512)', address: '14 place Faidherbe' });

function pourInto(response: ServerResponse, everyMs = 0): { bytes: () => number } {
  let bytes = 0;
  const pour = () => {
    if (response.destroyed) return;
    const piece = everyMs > 0 ? ' ' : ' '.repeat(MEGABYTE / 16);
    bytes += piece.length;
    const isTaken = response.write(piece);
    if (everyMs > 0) setTimeout(pour, everyMs);
    else if (isTaken) setImmediate(pour);
    else response.once('drain', pour);
  };
  pour();
  return { bytes: () => bytes };
}

const UNRULY: [how: string, handler: Handler][] = [
  ...[301, 302, 303, 307, 308].map((status): [string, Handler] => [
    `leads elsewhere by a ${status}`,
    (_, response) => response.writeHead(status, { location: `${elsewhere}/search` }).end(),
  ]),
  ['pours without an end', (_, response) => void pourInto(response)],
  ['trickles', (_, response) => void pourInto(response, 100)],
  [
    'hides megabytes in a small body',
    (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(`${' '.repeat(50 * MEGABYTE)}${FOUND}`)),
  ],
  [
    'announces more than it may send',
    (_, response) => response.writeHead(200, { 'content-length': 10 * MEGABYTE }).end(' '.repeat(10 * MEGABYTE)),
  ],
  [
    'stops in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': FOUND.length });
      response.write(FOUND.slice(0, 20));
      setTimeout(() => response.destroy(), 50);
    },
  ],
  ['says nothing', (_, response) => response.end()],
  ['speaks HTML', (_, response) => response.end('<!doctype html><p>Bonjour')],
  ['nests without an end', (_, response) => response.end('['.repeat(60_000))],
  ['hangs up', (request) => request.socket.destroy()],
];

describe('a geocoder', () => {
  it.each(UNRULY)(
    'that %s is told as one that does not answer, in time',
    async (_, handler) => {
      let closed: Promise<unknown> = Promise.resolve();
      handle = (request, response) => {
        closed = new Promise((resolve) => void request.socket.once('close', resolve));
        response.setHeader('connection', 'close');
        handler(request, response);
      };
      await expect(lookUp()).rejects.toMatchObject({ code: 'geocoder-away', field: 'address' });
      // Nobody is left to listen.
      await closed;
      expect(askedElsewhere).toBe(0);
    },
    30_000,
  );

  it('that pours is left after a few kilobytes', async () => {
    let poured: ReturnType<typeof pourInto> | undefined;
    handle = (_, response) => {
      poured = pourInto(response);
    };
    await expect(lookUp()).rejects.toMatchObject({ code: 'geocoder-away' });
    // Besides what was read, the two ends of the connection hold some.
    expect(poured?.bytes()).toBeLessThan(16 * MEGABYTE);
  });

  it('that is well is heard', async () => {
    handle = (_, response) => response.end(FOUND);
    expect(getSettings().geocoderUrl).toBe(process.env.GEOCODER_URL);
    expect(await lookUp()).toMatchObject({ amend: { positionKind: 'address', latitude: '50,6942' } });
  });
});
