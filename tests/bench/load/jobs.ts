import { type SeededRandom, seededRandom } from '../directory/seeded-random';
import { boxAround, drawCommune, drawFilter, drawOrder, misspell, toQuery } from './cold-filters';
import { type DistinctPool, distinctPool } from './distinct-pool';
import type { Vocabulary } from './vocabulary';

export const JOBS = [
  'page-annuaire',
  'page-fiche',
  'liste',
  'fiche',
  'facettes',
  'carte-france',
  'carte-ville',
  'recherche',
] as const;
export type JobName = (typeof JOBS)[number];

/** The one job that writes. It has no address to draw, and is neither cold nor warm. */
export const SAVING = 'enregistrement';
export type Work = JobName | typeof SAVING;

export const isPage = (work: Work): boolean => work.startsWith('page-');
/** The jobs that answer JSON. */
export const isJson = (work: Work): boolean => work !== SAVING && !isPage(work);

/** Each run of a job has addresses of its own: what one asked, another must not find kept. */
export const COLD_RUNS = ['warm-up', 'one connection', 'many connections'] as const;
export type ColdRun = (typeof COLD_RUNS)[number];

/** Addresses asked once each. `next` gives null when there is none left; `limit` is null when time alone ends the run. */
export type ColdAddresses = { next: () => string | null; limit: number | null };

/** Drawn once for each directory, then asked of every server in the same order. */
export type AddressBook = {
  warm: (job: JobName) => string;
  cold: (job: JobName, run: ColdRun) => ColdAddresses;
};

/** European France on a phone held upright, at the zoom that its map opens with. */
const FRANCE = '/api/v1/carte?bbox=-5.3,41.2,9.7,51.2&zoom=5';
const TOWN_WIDTH = 0.25;
const TOWN_ZOOM = 12;
/** For « fabrique »: directories of every size have a whole page of it. */
const MISSPELT = 'fabriqe';
/** Drawn before anything is measured: drawing costs the processor that the server under measure shares. */
const READY_PER_RUN = 4_000;
/** Each run asks for all of so few records, of a site that forgot them; of more, for its own, as many as time allows. */
const FEW_RECORDS = 500;
const SEED = 7;

const town = (commune: { longitude: number; latitude: number }) =>
  `/api/v1/carte?bbox=${boxAround(commune, TOWN_WIDTH)}&zoom=${TOWN_ZOOM}`;

/** A list, a count and a map of one filter would warm each other: each run of each job is a part of its own. */
const PARTS = JOBS.length * COLD_RUNS.length;
const partOf = (job: JobName, run: ColdRun) => JOBS.indexOf(job) * COLD_RUNS.length + COLD_RUNS.indexOf(run);

function recordAddresses(path: string, job: JobName, run: ColdRun, { slugs }: Vocabulary): ColdAddresses {
  const runs = COLD_RUNS.length * 2;
  const index = COLD_RUNS.indexOf(run) * 2 + Number(isJson(job));
  const isFew = slugs.length < FEW_RECORDS;
  const own = isFew ? slugs : slugs.filter((_, position) => position % runs === index);
  const left = own.values();
  const next = () => {
    const { value } = left.next();
    return value === undefined ? null : path + value;
  };
  return { next, limit: isFew ? own.length : null };
}

function warmAddress(job: JobName, { firstSlug, communes }: Vocabulary): string {
  const [largest] = communes;
  const addresses: Record<JobName, string> = {
    'page-annuaire': '/fabriques',
    'page-fiche': `/fabriques/${firstSlug}`,
    liste: '/api/v1/structures',
    fiche: `/api/v1/structures/${firstSlug}`,
    facettes: '/api/v1/facettes',
    'carte-france': FRANCE,
    'carte-ville': largest ? town(largest) : FRANCE,
    recherche: `/api/v1/structures?q=${MISSPELT}`,
  };
  return addresses[job];
}

type SearchJob = Exclude<JobName, 'page-fiche' | 'fiche'>;

function addressMaker(job: SearchJob, random: SeededRandom, vocabulary: Vocabulary): (drawn: string) => string {
  const ordered = (query: string) =>
    [query, ...drawOrder(random, !query.includes('&')).map((pair) => pair.join('='))].join('&');
  const makers: Record<SearchJob, (drawn: string) => string> = {
    'page-annuaire': (query) => `/fabriques?${ordered(query)}`,
    liste: (query) => `/api/v1/structures?${ordered(query)}`,
    facettes: (query) => `/api/v1/facettes?${query}`,
    'carte-france': (query) => `${FRANCE}&${query}`,
    'carte-ville': (query) => `${town(drawCommune(random, vocabulary))}&${query}`,
    recherche: (word) => `/api/v1/structures?q=${word}`,
  };
  return makers[job];
}

function dealtAddresses(job: SearchJob, part: number, pool: DistinctPool, vocabulary: Vocabulary): ColdAddresses {
  const toAddress = addressMaker(job, seededRandom(part), vocabulary);
  let position = 0;
  const next = () => {
    const drawn = pool.at(part, position);
    position += 1;
    return drawn === null ? null : toAddress(drawn);
  };
  return { next, limit: null };
}

/**
 * The addresses of every job: none of them in two runs of one server's life (but of few records), none twice in a run.
 * They are the same however many stand ready for each run.
 */
export function addressBook(vocabulary: Vocabulary, readyPerRun = READY_PER_RUN): AddressBook {
  // Each draws from a chance of its own: how many words were asked for changes no filter.
  const ofFilters = seededRandom(SEED);
  const ofWords = seededRandom(SEED + 1);
  const filters = distinctPool(PARTS, () => toQuery(drawFilter(ofFilters, vocabulary)));
  const words = distinctPool(COLD_RUNS.length, () => misspell(ofWords, ofWords.pick(vocabulary.words)));
  filters.at(PARTS - 1, readyPerRun);
  words.at(COLD_RUNS.length - 1, readyPerRun);
  return {
    warm: (job) => warmAddress(job, vocabulary),
    cold: (job, run) => {
      if (job === 'page-fiche') return recordAddresses('/fabriques/', job, run, vocabulary);
      if (job === 'fiche') return recordAddresses('/api/v1/structures/', job, run, vocabulary);
      return job === 'recherche'
        ? dealtAddresses(job, COLD_RUNS.indexOf(run), words, vocabulary)
        : dealtAddresses(job, partOf(job, run), filters, vocabulary);
    },
  };
}
