import { EMPTY_FILTER } from '@/lib/directory/filter';
import { type Call, getCall, listWaves, type Wave } from '@/lib/waves/queries';
import { type Composition, composeSet, totalOf } from './composition';

/** How far the call went towards its target. What was announced and what is listed stand side by side, never added. */
export type Progress = {
  call: Call;
  /** The waves that count towards the target, by rank. */
  counting: Wave[];
  /** The later waves: beside the bar, never in it. */
  beside: Wave[];
  /** Sum of the numbers announced for the counting waves. */
  announced: number;
  /** Structures listed in a counting wave, each once. */
  listed: number;
  /** How the listed ones divide: what the records know, not what was announced. */
  composition: Composition;
  /** The wave whose announcement brought the announced sum to the target; null while it is not reached. */
  reachedBy: Wave | null;
};

/** The first wave at which the numbers announced so far, in the order given, add up to the target. */
export function findReachingWave(waves: readonly Wave[], target: number): Wave | null {
  let announced = 0;
  for (const wave of waves) {
    announced += wave.announcedCount ?? 0;
    if (announced >= target) return wave;
  }
  return null;
}

/** Progress towards the target of the call. */
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
