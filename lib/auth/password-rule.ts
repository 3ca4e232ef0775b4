import { z } from 'zod';
import { plainWords } from '@/lib/text/plain-words';
import { COMMON_WORDS } from './common-passwords';

export const SHORTEST_PASSWORD = 12;
/** Longer ones would only make hashing dear. */
export const LONGEST_PASSWORD = 128;

const LEET: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

const unmask = (text: string) => [...text].map((sign) => LEET[sign] ?? sign).join('');

const lettersOf = (text: string) => plainWords(text).replace(/[^a-z]/g, '');

/** « M0td3passe2026! » gives « motdepasse ». */
function bareWords(password: string): string[] {
  const whole = password.toLowerCase();
  const inner = whole.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
  return [whole, inner, unmask(whole), unmask(inner)].map(lettersOf);
}

const isRepeated = (text: string) => /^(.{1,6}?)\1+.{0,5}$/u.test(text);

/** 123456789012, abcdefghijkl, 987654321098. */
function isSequence(text: string): boolean {
  const steps = [...text].slice(1).map((sign, index) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));
  return steps.filter((step) => Math.abs(step) === 1 || Math.abs(step) === 9).length >= steps.length - 1;
}

export const isCommonPassword = (password: string): boolean =>
  isRepeated(password.toLowerCase()) ||
  isSequence(password.toLowerCase()) ||
  bareWords(password).some((word) => COMMON_WORDS.has(word));

/** Under any disguise. */
export function isOwnWord(password: string, { name, email }: { name: string; email: string }): boolean {
  const [first = '', ...rest] = name.split(/\s+/);
  const known = [email, email.replace(/@.*$/, ''), name, `${rest.join('')}${first}`].map(lettersOf);
  return bareWords(password).some((word) => word !== '' && known.includes(word));
}

/** Any sign is allowed, spaces included; nothing is trimmed. */
export const newPassword = z
  .string('Choisissez un mot de passe.')
  .min(SHORTEST_PASSWORD, `Au moins ${SHORTEST_PASSWORD} caractères.`)
  .max(LONGEST_PASSWORD, `Au plus ${LONGEST_PASSWORD} caractères.`)
  .refine(
    (password) => !isCommonPassword(password),
    'Ce mot de passe est trop courant : il serait essayé parmi les premiers.',
  );

/** Only what could not be a password is refused here. */
export const givenPassword = z
  .string('Saisissez votre mot de passe.')
  .min(1, 'Saisissez votre mot de passe.')
  .max(LONGEST_PASSWORD, 'Ce mot de passe est trop long.');
