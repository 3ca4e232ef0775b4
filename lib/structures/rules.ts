const LA_POSTE = '356000000';
const SIRET_LENGTH = 14;

/** Luhn's key over the digits, the last one counted once. */
function luhnSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

/**
 * Whether these 14 digits are a SIRET. Establishments of La Poste, beyond what Luhn's key can number, only need a sum
 * of digits divisible by five. Source: Insee.
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || digits.length !== SIRET_LENGTH) return false;
  if (luhnSum(digits) % 10 === 0) return true;
  return digits.startsWith(LA_POSTE) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** The number of an association in the national register: a W and nine signs, the first a figure. */
export const isRna = (text: string): boolean => /^W\d[0-9A-Z]\d{7}$/.test(text);

export type Publishable = { name: string; communeCode: string; sources: readonly unknown[] };

/** What a structure lacks to be public. Empty: it may be published. */
export function missingToPublish({ name, communeCode, sources }: Publishable, awardCount: number): string[] {
  return [
    name === '' && 'un nom',
    communeCode === '' && 'une commune',
    awardCount === 0 && 'au moins une labellisation',
    sources.length === 0 && 'une source',
  ].filter((missing) => missing !== false);
}
