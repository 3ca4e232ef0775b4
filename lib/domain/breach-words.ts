import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { ordinalParts, upperFirst } from '@/lib/french/words';
import { AWARD_LABEL_NAMES } from './award-label';
import type { RuleBreach } from './money-rule';
import { yearsInWords } from './rule-words';
import { toWaveWords } from './wave-words';

const ordinal = (rank: number) => {
  const { number, suffix } = ordinalParts(rank, 'f');
  return `${number}${suffix}`;
};

/** « La vague 1 plafonne l’aide à 50 000 € par an : la 2e année en compterait 60 000 ». */
export function breachWords(breach: RuleBreach, shortLabel: string): string {
  const { the, isPlural } = toWaveWords(shortLabel);
  const wave = upperFirst(the);
  const caps = isPlural ? 'plafonnent' : 'plafonne';
  switch (breach.code) {
    case 'year-above-ceiling':
      return `${wave} ${caps} l’aide à ${formatEuros(breach.ceilingEuros)} par an\u00A0: la ${ordinal(breach.yearOfAid)} année en compterait ${formatInteger(breach.amountEuros)}.`;
    case 'year-beyond-duration':
      return `${wave} ${isPlural ? 'soutiennent' : 'soutient'} pendant ${yearsInWords(breach.durationYears)}\u00A0: il n’y a pas de ${ordinal(breach.yearOfAid)} année.`;
    case 'total-above-maximum':
      return `${wave} ${caps} l’aide à ${formatEuros(breach.maxTotalEuros)} en tout\u00A0: elle en compterait ${formatInteger(breach.amountEuros)}.`;
    case 'bonus-without-digital-label':
      return breach.label === 'unknown'
        ? 'Le bonus numérique revient aux seules fabriques numériques\u00A0: dites d’abord le label, qui n’est pas précisé.'
        : `Le bonus numérique revient aux seules fabriques numériques\u00A0: le label serait «\u00A0${AWARD_LABEL_NAMES[breach.label]}\u00A0». Passez le bonus à «\u00A0annulé\u00A0», ou corrigez le label.`;
    case 'bonus-repeated':
      return `Le bonus numérique n’est versé qu’une fois\u00A0: il y en aurait ${formatInteger(breach.times)}.`;
    case 'bonus-above-amount':
      return `Le bonus numérique ${isPlural ? 'des' : 'de'} ${the.replace(/^les /, '')} est de ${formatEuros(breach.bonusEuros)}\u00A0: il serait de ${formatInteger(breach.amountEuros)}.`;
  }
}
