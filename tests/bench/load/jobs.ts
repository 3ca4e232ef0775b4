import { type SeededRandom, seededRandom } from '../directory/seeded-random';
import { boxAround, dealer, drawCommune, drawFilter, drawOrder, misspell } from './cold-filters';
import type { Addresses } from './measure';
import type { Vocabulary } from './vocabulary';

/** European France on a phone held upright, at the zoom that its map opens with. */
const FRANCE = '/api/v1/carte?bbox=-5.3,41.2,9.7,51.2&zoom=5';
const TOWN_WIDTH = 0.25;
const TOWN_ZOOM = 12;
/** For « fabrique »: directories of every size have a whole page of it. */
const MISSPELT = 'fabriqe';

const town = (commune: Vocabulary['communes'][number] | undefined) =>
  commune ? `/api/v1/carte?bbox=${boxAround(commune, TOWN_WIDTH)}&zoom=${TOWN_ZOOM}` : FRANCE;

type Warm = (vocabulary: Vocabulary) => string;
type Job = {
  drawn: 'filter' | 'word' | 'slug';
  warm: Warm;
  cold: (drawn: string, random: SeededRandom, vocabulary: Vocabulary) => string;
};

/** Pages of which there are too few to ask each but once. */
const WARM_ALONE = {
  'page-accueil': () => '/',
  'page-region': () => '/regions/hauts-de-france',
} as const satisfies Record<string, Warm>;

const TABLE = {
  'page-annuaire': {
    drawn: 'filter',
    warm: () => '/fabriques',
    cold: (query, random) => `/fabriques?${drawOrder(random, query)}`,
  },
  'page-fiche': {
    drawn: 'slug',
    warm: ({ firstSlug }) => `/fabriques/${firstSlug}`,
    cold: (slug) => `/fabriques/${slug}`,
  },
  liste: {
    drawn: 'filter',
    warm: () => '/api/v1/structures',
    cold: (query, random) => `/api/v1/structures?${drawOrder(random, query)}`,
  },
  fiche: {
    drawn: 'slug',
    warm: ({ firstSlug }) => `/api/v1/structures/${firstSlug}`,
    cold: (slug) => `/api/v1/structures/${slug}`,
  },
  facettes: { drawn: 'filter', warm: () => '/api/v1/facettes', cold: (query) => `/api/v1/facettes?${query}` },
  'carte-france': { drawn: 'filter', warm: () => FRANCE, cold: (query) => `${FRANCE}&${query}` },
  'carte-ville': {
    drawn: 'filter',
    warm: ({ communes }) => town(communes[0]),
    cold: (query, random, vocabulary) => `${town(drawCommune(random, vocabulary))}&${query}`,
  },
  recherche: {
    drawn: 'word',
    warm: () => `/api/v1/structures?q=${MISSPELT}`,
    cold: (word) => `/api/v1/structures?q=${word}`,
  },
} as const satisfies Record<string, Job>;

export type ColdJob = keyof typeof TABLE;
export type JobName = keyof typeof WARM_ALONE | ColdJob;
export const COLD_JOBS = Object.keys(TABLE) as ColdJob[];
export const JOBS: readonly JobName[] = [...(Object.keys(WARM_ALONE) as (keyof typeof WARM_ALONE)[]), ...COLD_JOBS];
export const isAskedCold = (job: JobName): job is ColdJob => job in TABLE;

export const SAVING = 'enregistrement';
export const CHANGING = 'changement-en-nombre';
export const CHANGED = 10_000;
export const READING = 'cent-lecteurs';
export type Work = JobName | typeof SAVING;

export const isPage = (work: Work): boolean => work.startsWith('page-');
export const isJson = (work: Work): boolean => work !== SAVING && !isPage(work);

/** Each has addresses of its own: what one asked, another must not find kept. */
export const COLD_RUNS = ['warm-up', 'one connection', 'many connections'] as const;
export type ColdRun = (typeof COLD_RUNS)[number];

/** Asked of every server in the same order. */
export type AddressBook = {
  warm: (job: JobName) => string;
  cold: (job: ColdJob, run: ColdRun) => Addresses;
};

/** Drawn before anything is measured: drawing costs the processor that the server under measure shares. */
const READY_PER_RUN = 4_000;
/** Each run asks for all of so few records, of a site that forgot them; of more, for its own, as many as time allows. */
const FEW_RECORDS = 500;
const SEED = 7;

/** None in two runs of one server's life (but of few records), none twice in a run; whatever `readyPerRun`. */
export function addressBook(vocabulary: Vocabulary, readyPerRun = READY_PER_RUN): AddressBook {
  const { slugs, words } = vocabulary;
  // Each draws from a chance of its own: how many words were asked for changes no filter.
  const [ofFilters, ofWords] = [seededRandom(SEED), seededRandom(SEED + 1)];
  const runs = COLD_RUNS.length;
  const isFew = slugs.length < FEW_RECORDS;
  const slugOf = (part: number) => slugs.filter((_, position) => isFew || position % (runs * 2) === part).values();
  const deal = {
    // A list, a count and a map of one filter would warm each other: each run of each job is a part of its own.
    filter: dealer(COLD_JOBS.length * runs, readyPerRun, () => drawFilter(ofFilters, vocabulary)),
    word: dealer(runs, readyPerRun, () => misspell(ofWords, ofWords.pick(words))),
    slug: slugOf,
  };
  return {
    warm: (job) => (isAskedCold(job) ? TABLE[job].warm : WARM_ALONE[job])(vocabulary),
    cold: (job, run) => {
      const { drawn, cold }: Job = TABLE[job];
      const at = COLD_RUNS.indexOf(run);
      const filterPart = COLD_JOBS.indexOf(job) * runs + at;
      const part = { filter: filterPart, word: at, slug: at * 2 + Number(isJson(job)) }[drawn];
      const random = seededRandom(filterPart);
      const left: Iterator<string> = deal[drawn](part);
      const next = () => {
        const { value, done } = left.next();
        return done ? null : cold(String(value), random, vocabulary);
      };
      return { next, limit: drawn === 'slug' && isFew ? slugs.length : null };
    },
  };
}
