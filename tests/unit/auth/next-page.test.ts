import { describe, expect, it } from 'vitest';
import { safeNextPage, signInHref } from '@/lib/auth/next-page';

describe('the page after sign-in', () => {
  it.each(['/admin', '/admin/journal', '/admin/journal?qui=abc&page=2', '/admin/mon-compte#mot-de-passe'])(
    'is the one that was asked for: %s',
    (asked) => {
      expect(safeNextPage(asked)).toBe(asked);
    },
  );

  it.each([
    '//ailleurs.example',
    '/\\ailleurs.example',
    'https://ailleurs.example/admin',
    'javascript:alert(1)',
    '/adminx',
    '/connexion',
    '/',
    '/admin/..//ailleurs.example',
    '/admin\u0000',
    '/admin\n//ailleurs',
    '/admin/../connexion',
    `/admin?${'x'.repeat(600)}`,
    ['/admin'],
    undefined,
    null,
    { toString: () => '/admin/journal' },
  ])('is the dashboard when the address could lead elsewhere: %s', (asked) => {
    expect(safeNextPage(asked)).toBe('/admin');
  });

  it('is carried by the address of the sign-in page, when it is not the first one', () => {
    expect(signInHref('/admin')).toBe('/connexion');
    expect(signInHref('/admin/journal?page=2')).toBe('/connexion?suite=%2Fadmin%2Fjournal%3Fpage%3D2');
  });
});
