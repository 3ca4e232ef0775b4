import { z } from 'zod';
import { toApiNearest } from '@/lib/api/communes';
import { apiRoute, freshJson, notFound, refusal } from '@/lib/api/route';
import { nearestCommune } from '@/lib/geography/commune-search';
import { readSmallBody } from '@/lib/http/small-body';

/** A position in JSON is far shorter. */
const MAX_BODY_BYTES = 200;

const position = z.object({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
});

function parse(text: string | null) {
  try {
    return position.safeParse(JSON.parse(text ?? ''));
  } catch {
    return position.safeParse(null);
  }
}

/** About a kilometre: enough to name a commune, and all that is ever looked at. */
const round = (degrees: number) => Math.round(degrees * 100) / 100;

/** Posted, so that the position stands in no address, history or log; nothing of it is kept. */
export const POST = apiRoute('/api/v1/communes/proche', async (request) => {
  const asked = parse(await readSmallBody(request, MAX_BODY_BYTES));
  if (!asked.success) {
    return refusal([
      { key: 'longitude', reason: 'un nombre de degrés, de -180 à 180' },
      { key: 'latitude', reason: 'un nombre de degrés, de -90 à 90' },
    ]);
  }
  const commune = await nearestCommune(round(asked.data.longitude), round(asked.data.latitude));
  if (!commune) return notFound('Aucune commune française à moins de 50 km de cette position.');
  return freshJson(toApiNearest(commune));
});
