import { describeRuleParts, isRuleUnpublished } from '@/lib/domain/rule-words';
import type { WaveMoney } from '@/lib/figures/money-by-wave';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { plural, upperFirst } from '@/lib/french/words';
import type { Wave } from '@/lib/waves/queries';

type Bonus = Pick<WaveMoney, 'funded' | 'bonusOnly' | 'bonusEuros'>;

/** « dont bonus numérique 200 000 € », « bonus numérique seul »; null when the sum holds no bonus. */
export function bonusInWords({ funded, bonusOnly, bonusEuros }: Bonus): string | null {
  if (bonusEuros === 0) return null;
  return bonusOnly === funded ? 'bonus numérique seul' : `dont bonus numérique ${formatEuros(bonusEuros)}`;
}

function fundedInWords({ funded, structures, bonusOnly }: WaveMoney): string {
  if (funded === 0) return plural(structures, 'Montant non publié.', 'Montants non publiés.');
  if (structures === 1) return 'Montant annoncé\u00A0: le bonus numérique seul.';
  const known = `Montant annoncé pour ${formatInteger(funded)} sur ${formatInteger(structures)}`;
  if (bonusOnly === 0) return `${known}.`;
  return bonusOnly === funded
    ? `${known}, le bonus numérique seul.`
    : `${known}, dont ${formatInteger(bonusOnly)} pour le bonus numérique seul.`;
}

/** « 150 000 € chacune, annoncés », or the rule of the wave and for how many an amount is published. */
export function moneyInWords(wave: Wave, money: WaveMoney): string {
  const { funded, structures, eachEuros, bonusOnly } = money;
  if (funded === structures && eachEuros !== null && bonusOnly === 0) {
    return structures === 1 ? `${formatEuros(eachEuros)} annoncés.` : `${formatEuros(eachEuros)} chacune, annoncés.`;
  }
  const { years, total } = describeRuleParts(wave);
  const rule = isRuleUnpublished(wave) ? 'règle de l’aide non publiée' : [years, total].filter(Boolean).join(', ');
  return `${upperFirst(rule)}. ${fundedInWords(money)}`;
}
