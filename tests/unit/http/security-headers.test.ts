import { describe, expect, it } from 'vitest';
import { securityHeaders } from '@/lib/http/answer-policy';
import { rawRefusal } from '@/lib/http/refusal';

describe('the headers of every answer', () => {
  it('promise https for a year when the site is on https, and nothing of the kind on http', () => {
    expect(securityHeaders('https://fabriques.example.fr').get('Strict-Transport-Security')).toMatch(
      /^max-age=31536000/,
    );
    expect(securityHeaders('http://localhost:3000').has('Strict-Transport-Security')).toBe(false);
  });

  it('let the site ask for the position, and nothing else', () => {
    const policy = securityHeaders('http://localhost:3000').get('Permissions-Policy') ?? '';
    expect(policy.split(', ').filter((feature) => !feature.endsWith('=()'))).toEqual(['geolocation=(self)']);
  });

  it('are on a refusal of Node itself too, with its length and a French sentence', () => {
    const [head = '', body = ''] = rawRefusal(431, 'https://fabriques.example.fr').split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 431 /);
    expect(head).toContain('Strict-Transport-Security');
    expect(head).toContain("frame-ancestors 'none'");
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
    expect(body).toContain('Cette adresse est trop longue.');
  });
});
