import { conflictBetween } from '@/lib/edit-conflict';
import { EditedMeanwhile } from '@/lib/errors';
import { fieldWords } from '@/lib/fields/field';
import { upperFirst } from '@/lib/french/words';
import { AWARD_FIELDS, AWARD_PARTS, type AwardPart } from './fields';
import { type AwardChange, type AwardState, differenceOf, undo } from './state';

const partsBetween = (one: AwardState, other: AwardState): AwardPart[] => {
  const { facts, instalments } = differenceOf(one, other);
  return AWARD_PARTS.filter((part) => (part === 'instalments' ? instalments !== null : facts && part in facts.after));
};

/** What the award said at a version: later changes are taken back one by one, the newest first. */
const stateAt = (current: AwardState, newestFirst: readonly AwardChange[], version: number): AwardState =>
  newestFirst.filter(({ after }) => Number(after?.version ?? 0) > version).reduce<AwardState | null>(undo, current) ??
  current;

type Meeting = {
  saved: { version: number; state: AwardState };
  typed: AwardState;
  /** Version that the form was opened on. */
  version: number;
  changes: readonly (AwardChange & { actorName: string | null; at: Date })[];
};

/** Refuses to write over someone else's version, with what differs from it and which side to keep at first; nothing to refuse where they agree. */
export function refuseOtherVersion({ saved, typed, version, changes }: Meeting): void {
  const conflict = conflictBetween({
    saved,
    typed,
    base: stateAt(saved.state, changes, version),
    last: changes[0],
    between: partsBetween,
    label: (part) => upperFirst(AWARD_FIELDS[part].label),
    words: (part, state) => fieldWords(AWARD_FIELDS[part], state[part]),
  });
  if (conflict.fields.length > 0) throw new EditedMeanwhile(conflict);
}
