import fc from 'fast-check';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { withSettings } from '@/lib/database/session-settings';
import { addressRefusal } from '@/lib/text/database-address';

const addressOf = (password: string) => `postgresql://user:${password}@host:5432/base`;
const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
/** A cut password of digits alone would pass for a port. */
const AROUND = [
  ['a', 'b'],
  ['12', 'z'],
];

const isSentence = (refusal: string) => /^DATABASE_URL [^\n]*%23 [^\n]*\.$/.test(refusal);

/** The right one as well where a sentence refuses the address. */
function understood(password: string) {
  const refusal = addressRefusal('DATABASE_URL', addressOf(password));
  if (refusal === null) return new Client(addressOf(password)).password;
  return isSentence(refusal) && !refusal.includes(password) ? password : refusal;
}

describe('the address of a database', () => {
  it.each(PRINTABLE)('means the password that was typed, or is refused in one sentence: with « %s » inside', (sign) => {
    for (const [before = '', after = ''] of AROUND) {
      const password = `${before}${sign}${after}`;
      expect(understood(password)).toBe(password);
    }
  });

  it('is taken with any password, written as addresses want it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (password) => {
        const address = addressOf(encodeURIComponent(password));
        expect(addressRefusal('DATABASE_URL', address)).toBeNull();
        expect(new Client(withSettings(address, { jit: 'off' })).password).toBe(password);
      }),
    );
  });

  it('is refused when it holds signs that no text has', () => {
    expect(addressRefusal('DATABASE_URL', addressOf('caf%E9'))).toMatch(/^DATABASE_URL [^\n]*%25[^\n]*\.$/);
  });

  it('may name the schema « public », and no other', () => {
    expect(addressRefusal('DATABASE_URL', 'postgresql://u:p@host/base?schema=public')).toBeNull();
    expect(addressRefusal('DATABASE_LISTEN_URL', 'postgresql://u:p@host/base?schema=mine')).toMatch(
      /^DATABASE_LISTEN_URL [^\n]*« mine »[^\n]*\.$/,
    );
  });

  it.each([
    'postgresql://host:5432/base?user=someone%40tenant&password=p',
    'postgresql://host:5432/base?user=someone@tenant&password=p',
    'postgresql:///base?host=/tmp&user=someone@tenant',
    'postgresql://someone%40tenant:p@host/base?sslmode=require',
  ])('may hold an @ where it means one: %s', (address) => {
    expect(addressRefusal('DATABASE_URL', address)).toBeNull();
  });
});

describe('the settings of a connection', () => {
  it.each([
    ['postgresql://u:p@h/b', 'postgresql://u:p@h/b?options=-c+jit=off'],
    ['postgresql://u:p@h/b?sslmode=require', 'postgresql://u:p@h/b?sslmode=require&options=-c+jit=off'],
    ['postgresql://u@/b?host=/run', 'postgresql://u@/b?host=/run&options=-c+jit=off'],
    ['postgresql://u:p@h/b?options=-c%20jit%3Don', 'postgresql://u:p@h/b?options=-c+jit=off+-c%20jit%3Don'],
    ['postgresql://h/b?options=a&user=u&options=b', 'postgresql://h/b?options=a&user=u&options=-c+jit=off+b'],
  ])('stand before those that its address asks for, and change nothing else: %s', (address, expected) => {
    expect(withSettings(address, { jit: 'off' })).toBe(expected);
  });
});
