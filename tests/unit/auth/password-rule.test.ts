import { describe, expect, it } from 'vitest';
import { isCommonPassword, isOwnWord, newPassword } from '@/lib/auth/password-rule';

describe('a chosen password', () => {
  it.each([
    'girafe tambour lundi',
    'Xk9#vPq2mLw8',
    '  espaces gardés  ',
    'correct cheval pile agrafe',
    'ñandú-été-œuvre',
  ])('may be « %s », kept as it was typed', (password) => {
    expect(newPassword.parse(password)).toBe(password);
  });

  it.each([
    '123456789012',
    '987654321098',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abcdefghijkl',
    'azertyuiop12',
    'AzertyUiop!!',
    'motdepasse2026',
    'M0tdep@sse2026!',
    'Password1234',
    'p4ssw0rdp4ssw0rd',
    'Bienvenue2026!',
    'administrateur1',
    'fabriques-de-territoire',
  ])('is refused when anyone would try it: %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
    expect(newPassword.safeParse(password).error?.issues[0]?.message).toMatch(/trop courant/);
  });

  it.each([
    ['anne.legoff@exemple.fr', true],
    ['Anne.LeGoff@Exemple.fr!', true],
    ['Ann3.L3g0ff-2026', true],
    ['Le Goff Anne 29', true],
    ['anne aime le goff', false],
    ['2026-2027-2028', false],
  ])('is refused when it is the address or the name of who chooses it: %s, %s', (password, isRefused) => {
    expect(isOwnWord(password, { name: 'Anne Le Goff', email: 'anne.legoff@exemple.fr' })).toBe(isRefused);
  });

  it('has 12 to 128 characters', () => {
    expect(newPassword.safeParse('girafe lund').error?.issues[0]?.message).toBe('Au moins 12 caractères.');
    expect(newPassword.safeParse('xy zt'.repeat(26)).error?.issues[0]?.message).toBe('Au plus 128 caractères.');
  });
});
