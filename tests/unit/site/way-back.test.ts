import { describe, expect, it } from 'vitest';
import { resultsLeft, wayBackLabel } from '@/components/enhancement/way-back';

describe('the way back from a record', () => {
  const HOME = new URL('https://fabriques.example.fr/fabriques');
  it('leads to the very results that were left', () => {
    expect(resultsLeft('https://fabriques.example.fr/fabriques?q=lille&page=2', HOME)).toBe(
      '/fabriques?q=lille&page=2',
    );
    expect(resultsLeft('https://fabriques.example.fr/fabriques', HOME)).toBe('/fabriques');
  });
  it('leads to no other page, and to no other site', () => {
    for (const referrer of [
      '',
      'https://fabriques.example.fr/',
      'https://fabriques.example.fr/regions/bretagne?q=x',
      'https://fabriques.example.fr/fabriques/un-tiers-lieu?retour=q%3Dx',
      'https://fabriques.example.fr:8443/fabriques?q=x',
      'http://fabriques.example.fr/fabriques?q=x',
      'https://ailleurs.example.fr/fabriques?q=x',
      'android-app://com.example.app/fabriques',
    ])
      expect([referrer, resultsLeft(referrer, HOME)]).toEqual([referrer, null]);
  });
  it('says whether results wait there, or the whole directory', () => {
    expect(wayBackLabel('/fabriques?q=lille')).toBe('Retour aux résultats');
    expect(wayBackLabel('/fabriques')).toBe('Retour à l’annuaire');
  });
});
