import { expect, it } from 'vitest';
import { expiryOf, securityText } from '@/lib/http/security-text';

it('security.txt expires eleven months after the build', () => {
  expect(expiryOf('2026-11-23T18:00:00.123Z')).toBe('2027-10-23T18:00:00Z');
});

it('an expiry never slips past the end of a shorter month', () => {
  expect(expiryOf('2026-03-31T12:00:00Z')).toBe('2027-02-28T12:00:00Z');
});

it('security.txt names its contact, its language and its own address', () => {
  const text = securityText('securite@example.fr', 'https://fabriques.example.fr', '2026-11-23T18:00:00Z');
  expect(text.split('\n')).toEqual([
    'Contact: mailto:securite@example.fr',
    'Expires: 2027-10-23T18:00:00Z',
    'Preferred-Languages: fr',
    'Canonical: https://fabriques.example.fr/.well-known/security.txt',
    '',
  ]);
});
