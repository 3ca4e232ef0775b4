import { describe, expect, it } from 'vitest';
import { errorsByField } from '@/lib/forms/form-data';
import { structureForm, typedStructure } from '@/lib/structures/schema';

const base = { name: 'La Halle', commune: 'Roubaix (59512)' };
const read = (given: Record<string, unknown>) => typedStructure.safeParse({ ...base, ...given });
const errors = (given: Record<string, unknown>) => {
  const { error } = read(given);
  return error ? errorsByField(error) : {};
};

describe('the form of a structure', () => {
  it('cleans what people type into numbers and paragraphs', () => {
    expect(
      read({ siret: '732 829 320 00074', rna: 'w751000001', description: 'Un.\r\n\r\n\r\n\r\nDeux.', latitude: '' })
        .data,
    ).toMatchObject({ siret: '73282932000074', rna: 'W751000001', description: 'Un.\n\nDeux.', latitude: null });
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'a'.repeat(500_000) }],
    ['name', { name: 'La \u202EHalle' }],
    ['name', { name: 'La\u0000Halle' }],
    ['name', { name: ['a', 'b'] }],
    ['commune', { commune: { code: '59512' } }],
    ['siret', { siret: '73282932000075' }],
    ['rna', { rna: 'X751000001' }],
    ['postcode', { postcode: '5910' }],
    ['website', { website: 'laconditionpublique' }],
    ['website', { website: 'javascript:alert(1)' }],
    ['website', { website: 'data:text/html,x' }],
    ['website', { website: ' JavaScript:alert(1)//https://a.fr' }],
    ['latitude', { latitude: 'nord', positionKind: 'address', longitude: '3' }],
    ['longitude', { latitude: '50,69', positionKind: 'address' }],
    ['latitude', { latitude: '95' }],
    ['territoryBasis', { territory: 'qpv' }],
    ['territoryBasis', { territory: 'unknown', territoryBasis: 'source' }],
    ['qpvName', { qpvName: 'Alma' }],
    ['qpvName', { territory: 'rural', territoryBasis: 'source', qpvName: 'Alma' }],
    ['descriptionSourceUrl', { descriptionSourceUrl: 'https://a.fr/' }],
    ['description', { description: 'a'.repeat(2_001) }],
    ['contactEmail', { contactEmail: 'quelqu’un' }],
    ['contactPublished', { contactPublished: 'oui' }],
    ['sourceUrl-0', { 'sourceTitle-0': 'Annonce' }],
    ['sourceUrl-1', { 'sourceUrl-1': 'ftp://a.fr/' }],
    ['sourceUrl-1', { 'sourceUrl-0': 'https://a.fr/', 'sourceUrl-1': 'https://a.fr/' }],
  ])('ties its refusal to %s', (field, given) => {
    expect(Object.keys(errors(given))).toEqual([field]);
  });

  it('takes markup and quotes as the text they are', () => {
    const name = `<script>alert("1")</script>'`;
    expect(read({ name }).data?.name).toBe(name);
  });

  it('leaves out what it does not know', () => {
    const form = structureForm.parse({ ...base, id: 'fabt-032', version: '7', publishedAt: 'x', slug: 'y', role: 'z' });
    expect(form).toMatchObject({ id: 'fabt-032', version: 7 });
    expect(JSON.stringify(form)).not.toMatch(/publishedAt|slug|role/);
  });

  it('looks a place up without asking for the rest', () => {
    const form = structureForm.parse({ id: 'fabt-032', version: '1', intention: 'centre', commune: 'Lille', name: '' });
    expect(form.asked).toMatchObject({ kind: 'look-up', intention: 'centre', commune: 'Lille' });
  });
});
