import { breachWords } from '@/lib/awards/breach-words';
import { type CountedInstalment, checkInstalments, type MoneyRule } from '@/lib/awards/rules';
import type { AwardLabel } from '@/lib/domain/award-label';
import { awardHref } from '@/lib/domain/award-place';

export type AwardUnderRule = {
  structureId: string;
  waveId: string;
  name: string;
  label: AwardLabel;
  instalments: readonly CountedInstalment[];
};

/** The awards that a rule would not allow, each with the first thing in which it breaks it. */
export const awardsAgainst = (rule: MoneyRule & { shortLabel: string }, awards: readonly AwardUnderRule[]) =>
  awards.flatMap(({ structureId, waveId, name, label, instalments }) => {
    const [breach] = checkInstalments(rule, label, instalments);
    if (!breach) return [];
    return [
      { words: `${name}\u00A0: ${breachWords(breach, rule.shortLabel)}`, href: awardHref({ structureId, waveId }) },
    ];
  });
