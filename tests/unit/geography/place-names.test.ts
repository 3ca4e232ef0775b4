import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inDepartment, inRegion } from '@/lib/geography/place-names';

const table = (name: string): unknown =>
  JSON.parse(readFileSync(`node_modules/@etalab/decoupage-administratif/data/${name}.json`, 'utf8'));
const named = table('departements') as { code: string; nom: string }[];

describe('« in » before the name of a territory', () => {
  it.each([
    ['hauts-de-france', 'Hauts-de-France', 'en Hauts-de-France'],
    ['grand-est', 'Grand Est', 'dans le Grand Est'],
    ['pays-de-la-loire', 'Pays de la Loire', 'dans les Pays de la Loire'],
    ['centre-val-de-loire', 'Centre-Val de Loire', 'en Centre-Val de Loire'],
    ['ile-de-france', 'Île-de-France', 'en Île-de-France'],
    ['provence-alpes-cote-d-azur', "Provence-Alpes-Côte d'Azur", 'en Provence-Alpes-Côte d’Azur'],
    ['la-reunion', 'La Réunion', 'à La Réunion'],
    ['mayotte', 'Mayotte', 'à Mayotte'],
    ['saint-martin', 'Saint-Martin', 'à Saint-Martin'],
    ['une-autre', 'Une Autre', 'en Une Autre'],
  ])('région %s', (slug, name, words) => {
    expect(inRegion({ slug, name })).toBe(words);
  });

  it.each([
    ['59', 'Nord', 'dans le Nord'],
    ['02', 'Aisne', 'dans l’Aisne'],
    ['80', 'Somme', 'dans la Somme'],
    ['40', 'Landes', 'dans les Landes'],
    ['93', 'Seine-Saint-Denis', 'en Seine-Saint-Denis'],
    ['75', 'Paris', 'à Paris'],
    ['2A', 'Corse-du-Sud', 'en Corse-du-Sud'],
    ['21', "Côte-d'Or", 'en Côte-d’Or'],
    ['95', "Val-d'Oise", 'dans le Val-d’Oise'],
    ['974', 'La Réunion', 'à La Réunion'],
    ['999', 'Ailleurs', 'en Ailleurs'],
  ])('département %s', (code, name, words) => {
    expect(inDepartment({ code, name })).toBe(words);
  });

  it('elides before a vowel or a mute h, and only there, for every département of the official table', () => {
    expect(named.length).toBeGreaterThanOrEqual(101);
    const words = named.map(({ code, nom }) => inDepartment({ code, name: nom }));
    const elided = words.filter((said) => said.startsWith('dans l’'));
    expect(elided.filter((said) => !/^dans l’[AEIOUYH]/.test(said))).toEqual([]);
    expect(words.filter((said) => /^dans (?:le|la) [AEÉÎIOUY]/.test(said))).toEqual([]);
    expect(words.filter((said) => said.includes("'"))).toEqual([]);
  });
});
