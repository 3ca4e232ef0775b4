import { parseArgs } from 'node:util';
import { JOBS, type JobName, SAVING, type Work } from './load/jobs';

export type BenchOptions = {
  /** Numbers of structures. */
  sizes: number[];
  /** Of each measure. */
  seconds: number;
  jobs: JobName[];
  /** Whether saving a structure is measured as well. */
  saves: boolean;
  lighthouse: boolean;
  /** File that also receives the report; null for none. */
  out: string | null;
};

/** A wrong option; its message is one French sentence. */
export class OptionError extends Error {
  override name = 'OptionError';
}

const MOST_SECONDS = 60;
const LARGEST = 2_000_000;

function readSizes(text: string): number[] {
  const sizes = text.split(',').map((part) => Number(part.trim()));
  if (sizes.every((size) => Number.isInteger(size) && size >= 100 && size <= LARGEST)) {
    return [...new Set(sizes)].toSorted((a, b) => a - b);
  }
  throw new OptionError(`--sizes attend des nombres de structures de 100 à ${LARGEST}, séparés par des virgules.`);
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  throw new OptionError(`--duration attend un nombre de secondes de 1 à ${MOST_SECONDS}.`);
}

const WORKS: readonly Work[] = [...JOBS, SAVING];

function readWorks(text: string | undefined): Pick<BenchOptions, 'jobs' | 'saves'> {
  if (text === undefined) return { jobs: [...JOBS], saves: true };
  const asked = text.split(',').map((part) => part.trim());
  const unknown = asked.find((name) => !WORKS.some((work) => work === name));
  if (unknown !== undefined) throw new OptionError(`--only ne connaît pas « ${unknown} » : ${WORKS.join(', ')}.`);
  return { jobs: JOBS.filter((job) => asked.includes(job)), saves: asked.includes(SAVING) };
}

/** Reads the arguments of `npm run bench -- …`. Throws OptionError. */
export function readOptions(args: string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        sizes: { type: 'string', default: '382,50000,1000000' },
        duration: { type: 'string', default: '3' },
        only: { type: 'string' },
        'no-lighthouse': { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
    return {
      sizes: readSizes(values.sizes),
      seconds: readSeconds(values.duration),
      ...readWorks(values.only),
      lighthouse: !values['no-lighthouse'],
      out: values.out ?? null,
    };
  } catch (error) {
    if (error instanceof OptionError) throw error;
    throw new OptionError(
      'Options : --sizes 382,50000 --duration 3 --only liste,fiche --no-lighthouse --out rapport.md',
    );
  }
}
