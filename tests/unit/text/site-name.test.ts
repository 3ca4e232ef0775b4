import { describe, expect, it } from 'vitest';
import { siteAddress, siteName } from '@/lib/text/site-name';

describe('the address of a site in words', () => {
  it('is its host, with its path where it has one', () => {
    expect(siteName('https://www.pop.eu.com/lastation')).toBe('pop.eu.com');
    expect(siteAddress('http://pop.eu.com/lastation')).toBe('pop.eu.com/lastation');
    expect(siteAddress('https://www.lehublot.net/historique/')).toBe('lehublot.net/historique');
    expect(siteAddress('https://pop.eu.com/')).toBe('pop.eu.com');
    expect(siteAddress('https://sapie.coop/site/?p=4250')).toBe('sapie.coop/site');
    expect(siteAddress('pop')).toBe('pop');
  });
});
