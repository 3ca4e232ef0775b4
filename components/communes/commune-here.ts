import type { ApiAnswer } from '@/lib/api/answers';
import type { Problem } from '@/lib/http/problem';

type Refused = { refusal: string };
type Commune = ApiAnswer<'/api/v1/communes/proche'>;

const ASK_FOR_MS = 10_000;
const NO_ANSWER = 'L’annuaire n’a pas répondu. Réessayez, ou écrivez le nom de votre commune.';
const NOT_KNOWN = 'Votre position n’est pas connue pour le moment. Écrivez le nom de votre commune.';

const refusals: Record<number, string> = {
  1: 'Votre navigateur n’a pas donné votre position. Écrivez le nom de votre commune.',
  2: NOT_KNOWN,
  3: 'Votre position tarde à venir. Réessayez, ou écrivez le nom de votre commune.',
};

const askPosition = () =>
  new Promise<GeolocationPosition | Refused>((resolve) => {
    navigator.geolocation.getCurrentPosition(resolve, ({ code }) => resolve({ refusal: refusals[code] ?? NOT_KNOWN }), {
      timeout: ASK_FOR_MS,
      maximumAge: 60_000,
    });
  });

/** A hundredth of a degree, about a kilometre: enough to name a commune, and nothing finer leaves the browser. */
const round = (degrees: number) => Math.round(degrees * 100) / 100;

async function nearestCommune({ longitude, latitude }: GeolocationCoordinates): Promise<Commune | Refused> {
  const response = await fetch('/api/v1/communes/proche', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ longitude: round(longitude), latitude: round(latitude) }),
  });
  const answer = (await response.json()) as Commune | Problem;
  return 'detail' in answer ? { refusal: answer.detail } : answer;
}

/** Asks the browser where the reader is, keeps the commune and forgets the position; what stands in the way has its sentence. */
export async function findCommuneHere(): Promise<Commune | Refused> {
  if (!('geolocation' in navigator)) return { refusal: NOT_KNOWN };
  const position = await askPosition();
  if ('refusal' in position) return position;
  return nearestCommune(position.coords).catch(() => ({ refusal: NO_ANSWER }));
}
