import type { AwardLabel } from '@/lib/domain/award-label';
import { type CountedInstalment, checkInstalments, type MoneyRule } from '@/lib/domain/money-rule';

type AwardUnderRule = {
  structureId: string;
  waveId: string;
  name: string;
  label: AwardLabel;
  instalments: readonly CountedInstalment[];
};

export const awardsAgainst = (rule: MoneyRule, awards: readonly AwardUnderRule[]) =>
  awards.flatMap(({ label, instalments, ...award }) => {
    const [breach] = checkInstalments(rule, label, instalments);
    return breach ? [{ ...award, breach }] : [];
  });
