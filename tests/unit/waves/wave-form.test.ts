import { describe, expect, it } from 'vitest';
import { waveForm } from '@/lib/waves/schema';
import { TYPED_WAVE, waveFacts } from '@/tests/support/typed-wave';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

const errors = (change: Record<string, unknown>) => {
  const read = waveForm.safeParse({ ...TYPED_WAVE, waveId: 'vague-1', version: '1', ...change });
  return read.error?.issues.map(({ path, message }) => `${String(path[0])}: ${plain(message)}`) ?? [];
};

describe('the form of a wave', () => {
  it('takes amounts and dates as people write them', () => {
    expect(errors({})).toEqual([]);
    expect(waveFacts({ announcedOn: '3/2/2020', announcedOnPrecision: 'day' }).announcedOn).toBe('2020-02-03');
    expect(waveFacts({ announcedOn: '3/2/2020', announcedOnPrecision: 'year' }).announcedOn).toBe('2020-01-01');
  });

  it.each([
    [{ announcedOn: '2026' }, 'announcedOn: « 2026 » en dit moins que la précision choisie.'],
    [{ announcedOn: '31/02/2026' }, 'announcedOn: Une date comme 03/02/2020, 12/2021 ou 2021 est attendue.'],
    [
      { announcedOnPrecision: 'period' },
      'announcedPeriod: Dites la période en mots, par exemple « au printemps 2020 ».',
    ],
    [
      { announcedFabriqueCount: '41' },
      'announcedCount: Le nombre annoncé est plus petit que sa répartition, qui compte 41.',
    ],
    [{ minTotalEuros: '200 000' }, 'maxTotalEuros: Le total le plus grand est plus petit que le plus petit.'],
    [{ flatRate: 'oui', durationYears: '' }, 'durationYears: Une somme forfaitaire demande sa durée.'],
    [
      { annualCeilingEuros: '50 00' },
      'annualCeilingEuros: Un montant en euros, sans centimes, est attendu : par exemple 50 000.',
    ],
    [
      { sourceUrl: 'javascript:alert(1)' },
      'sourceUrl: Une adresse complète est attendue, par exemple https://www.irev.fr/.',
    ],
    [{ label: ['a', 'b'] }, 'label: Donnez un nom.'],
  ])('says what is wrong with %j', (change, expected) => {
    expect(errors(change)).toEqual([expected]);
  });
});
