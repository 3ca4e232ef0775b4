import { describe, expect, it } from 'vitest';
import type { AwardLabel } from '@/lib/domain/award-label';
import { toWaveWords } from '@/lib/domain/wave-words';
import { reportHref } from '@/lib/structures/error-report';
import { toLinkedData } from '@/lib/structures/linked-data';
import { PUBLIC_FACTS, type StructureRecord } from '@/lib/structures/record';
import { describeRecord, toRecordWords } from '@/lib/structures/record-words';
import type { Wave } from '@/lib/waves/queries';

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

type Fact = (typeof PUBLIC_FACTS)[number];
const UNKNOWN = Object.fromEntries(PUBLIC_FACTS.map((name) => [name, null])) as Record<Fact, null>;

const RECORD: StructureRecord = {
  ...UNKNOWN,
  id: 'x',
  slug: 'le-lieu-le-mans',
  name: 'Le Lieu & Cie',
  officialName: 'LE LIEU ET COMPAGNIE',
  commune: { code: '72181', name: 'Le Mans', longitude: 0.2, latitude: 48 },
  department: { code: '72', name: 'Sarthe' },
  region: { code: '52', slug: 'pays-de-la-loire', name: 'Pays de la Loire' },
  longitude: 0.2,
  latitude: 48,
  positionPrecision: 'commune',
  territory: 'unknown',
  contact: null,
  sources: [],
  awards: [],
  updatedAt: '2026-11-22T23:00:00+00:00',
};

const labelled = (...labels: AwardLabel[]): StructureRecord => ({
  ...RECORD,
  awards: labels.map((label) => ({
    wave: { shortLabel: 'Vague 1' } as Wave,
    label,
    sourceUrl: null,
    labelSourceUrl: null,
    labelFromName: false,
    instalments: [],
  })),
});

describe('a record in one sentence', () => {
  it('says its name, the commune with its article, the département and a territory that is not known', () => {
    expect(plain(describeRecord(labelled('fabrique')))).toBe(
      'Le Lieu & Cie. Fabrique de territoire au Mans, dans la Sarthe, territoire non précisé. Retenue à la vague 1.',
    );
    expect(plain(describeRecord({ ...labelled('fabrique'), description: 'Un fablab.' }))).toMatch(
      /^Le Lieu & Cie\. Un fablab\. Fabrique de territoire/,
    );
  });

  it('does not say twice a département that bears the name of the commune', () => {
    const commune = { ...RECORD.commune, name: 'Paris' };
    const paris = { ...labelled('fabrique'), commune, department: { code: '75', name: 'Paris' } };
    expect(describeRecord({ ...paris, territory: 'qpv' })).toContain(
      'Fabrique de territoire à Paris, en quartier prioritaire (QPV).',
    );
  });

  it('does not give a label to a laureate whose label is not known', () => {
    expect(plain(describeRecord(labelled('unknown')))).toBe(
      'Le Lieu & Cie. Lauréat de l’appel « Fabriques de territoire », au Mans, dans la Sarthe, territoire non précisé. Retenu à la vague 1.',
    );
    expect(toRecordWords(labelled('unknown', 'fabrique')).kind).toBe('Fabrique de territoire');
    expect(toRecordWords(labelled('fabrique', 'fabrique_numerique')).kind).toBe('Fabrique numérique de territoire');
  });
});

describe('a wave inside a sentence', () => {
  it('agrees with one wave, with several, and quotes another name', () => {
    expect(plain(toWaveWords('Vague 1').at)).toBe('à la vague 1');
    expect(plain(toWaveWords('Vagues 2 à 4').at)).toBe('aux vagues 2 à 4');
    expect(toWaveWords('Vagues 2 à 4').isPlural).toBe(true);
    expect(plain(toWaveWords('Relance').the)).toBe('la vague « Relance »');
  });
});

const bodyOf = (reason: 'amount' | 'description') =>
  new URL(reportHref('a@b.fr', 'https://site.fr', RECORD, reason)).searchParams.get('body');
describe('a report by mail', () => {
  it('goes to the contact with the page, its date and what to fill in', () => {
    const url = new URL(reportHref('a+b@example.fr', 'https://site.fr/fabriques/x', RECORD, 'error'));
    expect(decodeURIComponent(url.pathname)).toBe('a+b@example.fr');
    expect(plain(url.searchParams.get('subject') ?? '')).toBe('Erreur sur la fiche : Le Lieu & Cie, Le Mans');
    const body = plain(url.searchParams.get('body') ?? '');
    expect(body).toContain('Page : https://site.fr/fabriques/x\r\nFiche du 23 novembre 2026\r\n');
    expect(body).toContain('Ce qui est faux :');
  });

  it('asks another question for an amount than for a description', () => {
    expect(bodyOf('amount')).toContain('Montant et année');
    expect(bodyOf('description')).toContain('Texte proposé');
  });
});

describe('the record for search engines', () => {
  it('gives coordinates only for a position at the address', () => {
    const exact = { ...RECORD, positionPrecision: 'address' as const, address: '1 rue X', postcode: '72000' };
    expect(toLinkedData(RECORD, 'https://s.fr/x')).not.toHaveProperty('location.geo');
    expect(toLinkedData(exact, 'https://s.fr/x')).toMatchObject({
      name: 'Le Lieu & Cie',
      legalName: 'LE LIEU ET COMPAGNIE',
      address: { streetAddress: '1 rue X', postalCode: '72000', addressLocality: 'Le Mans', addressCountry: 'FR' },
      location: { geo: { latitude: 48, longitude: 0.2 } },
    });
  });

  it('writes nothing that is not known', () => {
    expect(JSON.stringify(toLinkedData(RECORD, 'https://s.fr/x'))).not.toMatch(/null|sameAs|description|streetAddress/);
  });
});
