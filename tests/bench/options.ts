import { parseArgs } from 'node:util';
import { CHANGING, JOBS, READING, SAVING } from './load/jobs';

/** The message is one French sentence. */
export class OptionError extends Error {
  override name = 'OptionError';
}

const MOST_SECONDS = 60;
const LARGEST = 2_000_000;
const WORKS = [...JOBS, SAVING, CHANGING, READING];

function readValues(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        sizes: { type: 'string', default: '382,50000,1000000' },
        duration: { type: 'string', default: '3' },
        only: { type: 'string', default: WORKS.join() },
        'no-lighthouse': { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    }).values;
  } catch {
    throw new OptionError(
      'Options : --sizes 382,50000 --duration 3 --only liste,fiche --no-lighthouse --out rapport.md',
    );
  }
}

const partsOf = (text: string) => [...new Set(text.split(',').map((part) => part.trim()))];

/** Throws OptionError. */
export function readOptions(args: string[]) {
  const values = readValues(args);
  const sizes = partsOf(values.sizes).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 100 && size <= LARGEST))
    throw new OptionError(`--sizes attend des nombres de structures de 100 à ${LARGEST}, séparés par des virgules.`);
  const seconds = Number(values.duration);
  if (!(seconds >= 1 && seconds <= MOST_SECONDS))
    throw new OptionError(`--duration attend un nombre de secondes de 1 à ${MOST_SECONDS}.`);
  const asked = partsOf(values.only);
  const unknown = asked.find((name) => !WORKS.some((work) => work === name));
  if (unknown !== undefined) throw new OptionError(`--only ne connaît pas « ${unknown} » : ${WORKS.join(', ')}.`);
  return {
    sizes: sizes.toSorted((a, b) => a - b),
    seconds,
    jobs: JOBS.filter((job) => asked.includes(job)),
    isSavingMeasured: asked.includes(SAVING),
    isChangingMeasured: asked.includes(CHANGING),
    isReadingMeasured: asked.includes(READING),
    lighthouse: !values['no-lighthouse'],
    out: values.out ?? null,
  };
}

export type BenchOptions = ReturnType<typeof readOptions>;
