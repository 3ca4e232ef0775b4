import { RADIUS_CHOICES_KM } from '@/lib/directory/filter';
import type { SeededRandom } from '../directory/seeded-random';
import type { BenchCommune, Vocabulary } from './vocabulary';

type Pair = [key: string, value: string];

const TERRITORIES = ['qpv', 'rural', 'non-precise'];
const LABELS = ['fabrique', 'fabrique-numerique', 'non-precise'];

const degrees = (value: number) => String(Math.round(value * 1e4) / 1e4);

/** West, south, east, north as addresses write them; `width` in degrees, a little less high than wide as screens are. */
export function boxAround({ longitude, latitude }: Omit<BenchCommune, 'code'>, width: number): string {
  const height = width * 0.6;
  return [longitude - width / 2, latitude - height / 2, longitude + width / 2, latitude + height / 2]
    .map(degrees)
    .join(',');
}

const several = (random: SeededRandom, key: string, values: readonly string[], most: number): Pair[] =>
  Array.from({ length: 1 + random.below(most) }, (): Pair => [key, random.pick(values)]);

/** The large communes come more often: people live, and ask, there. */
export const drawCommune = (random: SeededRandom, { communes }: Vocabulary): BenchCommune => {
  const commune = communes[Math.floor(random.next() ** 3 * communes.length)];
  if (!commune) throw new RangeError('no commune to draw from');
  return commune;
};

function drawPlace(random: SeededRandom, vocabulary: Vocabulary): Pair[] {
  const drawn = random.next();
  if (drawn < 0.35) return several(random, 'region', vocabulary.regions, 3);
  if (drawn < 0.65) return several(random, 'departement', vocabulary.departments, 3);
  const commune = drawCommune(random, vocabulary);
  if (drawn < 0.75) {
    return [
      ['pres-de', commune.code],
      ['rayon', String(random.pick(RADIUS_CHOICES_KM))],
    ];
  }
  return drawn < 0.82 ? [['zone', boxAround(commune, 0.2 + 2 * random.next())]] : [];
}

/** Wide sets are paged through; narrow ones hardly have a second page. */
export function drawOrder(random: SeededRandom, isWide: boolean): Pair[] {
  const pairs: Pair[] = random.chance(0.15) ? [['tri', 'recent']] : [];
  if (random.chance(isWide ? 0.4 : 0.1)) pairs.push(['page', String(2 + random.below(isWide ? 40 : 3))]);
  return pairs;
}

/** A filter such as readers, links and crawlers ask for: a place, one or two other values, sometimes a word. */
export function drawFilter(random: SeededRandom, vocabulary: Vocabulary): Pair[] {
  const values = [
    ...drawPlace(random, vocabulary),
    ...(random.chance(0.35) ? several(random, 'territoire', TERRITORIES, 2) : []),
    ...(random.chance(0.25) ? several(random, 'label', LABELS, 2) : []),
    ...(random.chance(0.45) ? several(random, 'vague', vocabulary.waves, 3) : []),
  ];
  const text: Pair[] =
    values.length === 0 || random.chance(0.08) ? [['q', random.pick(vocabulary.words)] satisfies Pair] : [];
  return [...values, ...text];
}

/** One view has one address: keys and values sorted, each once. All values are letters, digits, points, commas and hyphens. */
export const toQuery = (pairs: readonly Pair[]): string =>
  [...new Set(pairs.map((pair) => pair.join('=')))].toSorted().join('&');

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The word with one slip of a finger: a letter lost, doubled, replaced, or changed places with the next. */
export function misspell(random: SeededRandom, word: string): string {
  const at = 1 + random.below(word.length - 2);
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.slice(at, at + 1),
    word.slice(at + 1, at + 2),
    word.slice(at + 2),
  ];
  const slips = [next, letter + letter + next, next + letter, LETTERS.charAt(random.below(LETTERS.length)) + next];
  return before + random.pick(slips) + after;
}
