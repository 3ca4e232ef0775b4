import { describe, expect, it } from 'vitest';
import { recordHref } from '@/lib/domain/public-href';

describe('the address of a record', () => {
  it('carries the list that led to it, without repeating it raw', () => {
    expect(recordHref('a-b')).toBe('/fabriques/a-b');
    expect(recordHref('a-b', 'q=x&region=corse')).toBe('/fabriques/a-b?retour=q%3Dx%26region%3Dcorse');
  });
});
