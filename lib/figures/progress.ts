import { EMPTY_FILTER } from '@/lib/directory/filter';
import { type Call, getCall, listWaves, type Wave } from '@/lib/waves/queries';
import { type Composition, composeSet, totalOf } from './composition';

/** What was announced and what is listed stand side by side, never added. */
export type Progress = {
  call: Call;
  counting: Wave[];
  /** Beside the bar, never in it. */
  beside: Wave[];
  announced: number;
  listed: number;
  /** What the records know, not what was announced. */
  composition: Composition;
  /** Null while the target is not reached. */
  reachedBy: Wave | null;
};

/** In the order given. */
export function findReachingWave(waves: readonly Wave[], target: number): Wave | null {
  let announced = 0;
  for (const wave of waves) {
    announced += wave.announcedCount ?? 0;
    if (announced >= target) return wave;
  }
  return null;
}

export async function getProgress(): Promise<Progress> {
  const [call, waves] = await Promise.all([getCall(), listWaves()]);
  const counting = waves.filter(({ countsTowardsTarget }) => countsTowardsTarget);
  const vague = counting.map(({ id }) => id).toSorted();
  const composition =
    vague.length > 0 ? await composeSet({ ...EMPTY_FILTER, vague }) : { qpv: 0, rural: 0, unknown: 0 };
  return {
    call,
    counting,
    beside: waves.filter(({ countsTowardsTarget }) => !countsTowardsTarget),
    announced: counting.reduce((sum, { announcedCount }) => sum + (announcedCount ?? 0), 0),
    listed: totalOf(composition),
    composition,
    reachedBy: findReachingWave(counting, call.targetTotal),
  };
}
