import { MISSING, type Missing } from '@/lib/domain/publishable';

const LA_POSTE = '356000000';
const SIRET_LENGTH = 14;

function luhnSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

/** La Poste outgrew Luhn's key: the digits of its establishments add up to a multiple of five. Source: Insee. */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || digits.length !== SIRET_LENGTH) return false;
  if (luhnSum(digits) % 10 === 0) return true;
  return digits.startsWith(LA_POSTE) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** The number of an association in the national register. */
export const isRna = (text: string): boolean => /^W\d[0-9A-Z]\d{7}$/.test(text);

type Publishable = { name: string; communeCode: string; sources: readonly unknown[] };

export function missingToPublish({ name, communeCode, sources }: Publishable, awardCount: number): Missing[] {
  const lacks: Record<Missing, boolean> = {
    name: name === '',
    commune: communeCode === '',
    award: awardCount === 0,
    source: sources.length === 0,
  };
  return MISSING.filter((one) => lacks[one]);
}
