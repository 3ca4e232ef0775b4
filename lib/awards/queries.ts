import { getDb } from '@/lib/db';
import { listAwardChanges, readAward } from './find-for-edit';
import type { AwardPlace } from './state';

/** An award as it stands, for whoever edits it; null when the structure is not in the wave. */
export const getAward = (place: AwardPlace) => readAward(getDb(), place);

/** What the journal tells of it, newest first. */
export const listAwardHistory = (place: AwardPlace) => listAwardChanges(getDb(), place);
