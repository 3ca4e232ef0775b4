import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { additionForm, awardForm, pickForm } from '@/lib/awards/schema';
import { readAnnouncedAid, readLaureates, readWaves } from '@/lib/default-data/read-tables';
import { errorsByField } from '@/lib/forms/form-data';
import { MOST_SOURCES, typedStructure } from '@/lib/structures/schema';
import { webAddress } from '@/lib/text/web-address';
import { newWaveForm, waveForm } from '@/lib/waves/schema';

const INCOMPLETE = 'Une adresse complète est attendue, par exemple https://www.irev.fr/.';
const CREDENTIALS = expect.stringContaining('porte un nom d’utilisateur ou un mot de passe');
const PRIVATE = expect.stringContaining('est celle d’un réseau privé');

const faultOf = (text: string) => webAddress.safeParse(text).error?.issues[0]?.message ?? null;

describe('the address of a page', () => {
  it.each([
    'http://user:pw@exemple.fr/',
    'https://user@exemple.fr',
    'https://:@exemple.fr/',
    'https://@exemple.fr/',
    'https://exemple.fr:80@ailleurs.example/',
    'http://user:pw@127.0.0.1/',
    'https://a@b@exemple.fr/?x',
  ])('with credentials is refused: %s', (text) => {
    expect(faultOf(text)).toEqual(CREDENTIALS);
  });

  it.each([
    'exemple.fr',
    'ftp://exemple.fr/',
    'javascript:alert(1)//https://a.fr',
    'https://',
    'https:///exemple.fr/',
    'https://exem ple.fr/',
    'https://exemple.fr\\@ailleurs.example/',
    'https://exemple..fr/',
    'https://.fr/',
    'https://1.2.3.4.5/',
    'https://[::1',
    'https://exemple.fr/\u202Ex',
    'https://[fe80::1%25eth0]/',
  ])('that is none is refused: %j', (text) => {
    expect(faultOf(text)).toBe(INCOMPLETE);
  });

  it.each([
    'https://exemple.fr',
    'http://www.tiers-lieux.paris:8080/a?b=c@d#e',
    'https://exemple.fr/@compte',
    'https://exemple.fr./',
    'https://café.exemple.fr/',
    'https://local.exemple.fr/',
    'https://localhost.exemple.fr/',
    'https://91.198.174.192/',
    'https://172.32.0.1/',
    'https://[2001:660:3003::1]/',
  ])('that everyone may open is kept: %s', (text) => {
    expect(webAddress.parse(text)).toBe(text);
  });

  it('keeps what was typed but for the capitals of its beginning, which the database has in small letters', () => {
    expect(webAddress.parse('HTTPS://Exemple.FR/Page')).toBe('https://Exemple.FR/Page');
  });

  it('of every page in the default data may be saved again', () => {
    const pages = [
      ...readLaureates().flatMap((row) => [row.website, row.description_source_url, row.source_url]),
      ...readWaves().map((row) => row.source_url),
      ...readAnnouncedAid().map((row) => row.source_url),
    ].filter((page) => page !== null);
    expect(pages.length).toBeGreaterThan(600);
    expect(pages.filter((page) => faultOf(page) !== null)).toEqual([]);
  });
});

const award = { structureId: 'fabt-032', waveId: 'vague-1', version: '1', label: 'fabrique' };
const wave = { label: 'Vague', shortLabel: 'Vague', rank: '9', announcedOnPrecision: 'day' };

const FIELDS: [field: string, form: z.ZodType, around: object][] = [
  ['website', typedStructure, { name: 'La Halle', commune: 'Roubaix (59512)' }],
  ['descriptionSourceUrl', typedStructure, { name: 'La Halle', commune: 'Roubaix (59512)', description: 'Une halle.' }],
  ...Array.from({ length: MOST_SOURCES }, (_, at): (typeof FIELDS)[number] => [
    `sourceUrl-${at}`,
    typedStructure,
    { name: 'La Halle', commune: 'Roubaix (59512)', [`sourceTitle-${at}`]: 'Annonce' },
  ]),
  ['sourceUrl', additionForm, award],
  ['sourceUrl', pickForm, { ...award, structureIds: 'fabt-032' }],
  ['sourceUrl', awardForm, award],
  [
    'v0-sourceUrl',
    awardForm,
    { ...award, 'v0-purpose': 'seed', 'v0-yearOfAid': '1', 'v0-amountEuros': '1', 'v0-status': 'paid' },
  ],
  ['sourceUrl', newWaveForm, { ...wave, id: 'vague-11' }],
  ['sourceUrl', waveForm, { ...wave, waveId: 'vague-1', version: '1' }],
];

describe('a form of the office', () => {
  it.each(FIELDS)('refuses what is no public page by its field: %s', (field, form, around) => {
    const errorsWith = (address: string) => {
      const { error } = form.safeParse({ ...around, [field]: address });
      return error ? errorsByField(error) : {};
    };
    expect(errorsWith('https://exemple.fr/')).toEqual({});
    for (const [address, fault] of [
      ['exemple.fr', INCOMPLETE],
      ['http://user:pw@exemple.fr/', CREDENTIALS],
      ['http://192.168.1.1/', PRIVATE],
    ]) {
      expect(errorsWith(address)).toEqual({ [field]: fault });
    }
  });
});
