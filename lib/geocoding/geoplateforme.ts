import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { communeTable } from './commune-table';
import type { Geocoder } from './located';

const WITHIN_MS = 3_000;
const LONGEST_PAUSE_MS = 1_000;
/** One answer is under 2 kB. */
const MOST_BYTES = 64 * 1024;
/** Below, an answer is as likely to be another street. */
const LEAST_SCORE = 0.7;

const answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]) }),
      properties: z.object({ score: z.number().min(0).max(1), type: z.string(), citycode: z.string() }),
    }),
  ),
});

/** Seconds, at most one: someone is waiting. */
function pauseAsked(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, LONGEST_PAUSE_MS) : LONGEST_PAUSE_MS / 4;
}

/** At most `MOST_BYTES` once it is decompressed. */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (bytes > MOST_BYTES) throw new Error(`The geocoder answers more than ${MOST_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

async function ask(url: URL): Promise<unknown> {
  const signal = AbortSignal.timeout(WITHIN_MS);
  // Another address is not the one that the operator named.
  const send = () => fetch(url, { signal, redirect: 'manual', headers: { accept: 'application/json' } });
  let response = await send();
  if (response.status === 429) {
    await response.body?.cancel();
    await sleep(pauseAsked(response), undefined, { signal });
    response = await send();
  }
  if (response.ok) return JSON.parse(await readText(response));
  await response.body?.cancel();
  throw new Error(`The geocoder answered ${response.status}`);
}

/** An answer that is no address of the commune, or hardly sure, falls back on its centre, with the score that made it so. */
export const geoplateforme =
  (base: string): Geocoder =>
  async (asked) => {
    const { address, communeCode } = asked;
    if (!address) return communeTable(asked);
    const url = new URL(`${base.replace(/\/$/, '')}/search`);
    url.search = new URLSearchParams({ q: address, citycode: communeCode, limit: '1' }).toString();
    const [best] = answer.parse(await ask(url)).features;
    const score = best?.properties.score ?? 0;
    const isAddress =
      best !== undefined &&
      score >= LEAST_SCORE &&
      best.properties.citycode === communeCode &&
      ['housenumber', 'street', 'locality'].includes(best.properties.type);
    if (isAddress) {
      const [longitude, latitude] = best.geometry.coordinates;
      return { longitude, latitude, precision: 'address', score, source: 'geoplateforme' };
    }
    const centre = await communeTable(asked);
    return centre && { ...centre, score, source: 'geoplateforme' };
  };
