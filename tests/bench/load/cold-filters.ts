import { RADIUS_CHOICES_KM } from '@/lib/directory/filter';
import type { SeededRandom } from '../directory/seeded-random';
import type { BenchCommune, Vocabulary } from './vocabulary';

const TERRITORIES = ['qpv', 'rural', 'non-precise'];
const LABELS = ['fabrique', 'fabrique-numerique', 'non-precise'];

const degrees = (value: number) => String(Math.round(value * 1e4) / 1e4);

/** West, south, east, north; `width` in degrees, a little less high than wide as screens are. */
export function boxAround({ longitude, latitude }: Omit<BenchCommune, 'code'>, width: number): string {
  const height = width * 0.6;
  return [longitude - width / 2, latitude - height / 2, longitude + width / 2, latitude + height / 2]
    .map(degrees)
    .join(',');
}

const several = (random: SeededRandom, key: string, values: readonly string[], most: number): string[] =>
  Array.from({ length: 1 + random.below(most) }, () => `${key}=${random.pick(values)}`);

/** The large communes come more often: people live, and ask, there. */
export const drawCommune = (random: SeededRandom, { communes }: Vocabulary): BenchCommune => {
  const commune = communes[Math.floor(random.next() ** 3 * communes.length)];
  if (!commune) throw new RangeError('no commune to draw from');
  return commune;
};

function drawPlace(random: SeededRandom, vocabulary: Vocabulary): string[] {
  const drawn = random.next();
  if (drawn < 0.35) return several(random, 'region', vocabulary.regions, 3);
  if (drawn < 0.65) return several(random, 'departement', vocabulary.departments, 3);
  const commune = drawCommune(random, vocabulary);
  if (drawn < 0.75) return [`pres-de=${commune.code}`, `rayon=${random.pick(RADIUS_CHOICES_KM)}`];
  return drawn < 0.82 ? [`zone=${boxAround(commune, 0.2 + 2 * random.next())}`] : [];
}

export function drawOrder(random: SeededRandom, query: string): string {
  const isWide = !query.includes('&');
  const sort = random.chance(0.15) ? '&tri=recent' : '';
  const page = random.chance(isWide ? 0.4 : 0.1) ? `&page=${2 + random.below(isWide ? 40 : 3)}` : '';
  return query + sort + page;
}

/** One view has one address: keys and values sorted, each once, of letters, digits, points, commas and hyphens. */
export function drawFilter(random: SeededRandom, vocabulary: Vocabulary): string {
  const values = [
    ...drawPlace(random, vocabulary),
    ...(random.chance(0.35) ? several(random, 'territoire', TERRITORIES, 2) : []),
    ...(random.chance(0.25) ? several(random, 'label', LABELS, 2) : []),
    ...(random.chance(0.45) ? several(random, 'vague', vocabulary.waves, 3) : []),
  ];
  if (values.length === 0 || random.chance(0.08)) values.push(`q=${random.pick(vocabulary.words)}`);
  return [...new Set(values)].toSorted().join('&');
}

export function misspell(random: SeededRandom, word: string): string {
  const at = 1 + random.below(word.length - 2);
  const [letter = '', next = ''] = word.slice(at);
  const other = String.fromCodePoint(97 + random.below(26));
  const slip = random.pick([next, letter + letter + next, next + letter, other + next]);
  return word.slice(0, at) + slip + word.slice(at + 2);
}

/** So many repeats in a row mean that everything was drawn. */
const MOST_REPEATS = 2_000;

/** What one part has, no other ever gets. The first `ready` of each are drawn at once, others when asked for. */
export function dealer(parts: number, ready: number, draw: () => string): (part: number) => Generator<string, void> {
  const dealt = new Set<string>();
  const inOrder: string[] = [];
  const extendTo = (length: number) => {
    for (let repeats = 0; inOrder.length < length && repeats < MOST_REPEATS; repeats += 1) {
      const text = draw();
      if (dealt.has(text)) continue;
      dealt.add(text);
      inOrder.push(text);
      repeats = 0;
    }
  };
  extendTo(parts * ready);
  return function* ofPart(part) {
    for (let index = part; ; index += parts) {
      extendTo(index + 1);
      const text = inOrder[index];
      if (text === undefined) return;
      yield text;
    }
  };
}
