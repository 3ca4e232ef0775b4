import { describe, expect, it } from 'vitest';
import { readLaureates } from '@/lib/default-data/read-tables';
import { readNotedGrounds } from '@/lib/default-data/source-note';

describe('a note of the editor', () => {
  it.each([
    ['kind: https://a.example/x; website: https://b.example/', 'https://a.example/x', false],
    ['kind from https://a.example/x; QPV matched on the project name', 'https://a.example/x', false],
    ['kind from project name', null, true],
    ['kind from project name and https://a.example/x', 'https://a.example/x', true],
    ['kind: left blank; three in all (https://b.example/), kind: https://a.example/x', 'https://a.example/x', false],
    ['kind: name suggests numérique, left blank', null, false],
    ['kind perhaps fabrique: https://a.example/x', null, false],
    [null, null, false],
  ])('%s gives the page of the label, or its name', (note, labelPage, isLabelFromName) => {
    expect(readNotedGrounds(note)).toMatchObject({ labelPage, isLabelFromName });
  });

  it('names each page of the territory once, without the words after it', () => {
    const note =
      'qpv: https://a.example/3692; territory: https://a.example/3692; QPV matched from https://b.example/x against the list';
    expect(readNotedGrounds(note).territoryPages).toEqual(['https://a.example/3692', 'https://b.example/x']);
    expect(readNotedGrounds('QPV matched on the project name against the list').territoryPages).toEqual([]);
  });
});

describe('the notes of the real laureates', () => {
  const laureates = readLaureates();

  it('give the ground of every label known in wave 1, and of no other', () => {
    const known = laureates.filter(({ kind, source_note }) => {
      const { labelPage, isLabelFromName } = readNotedGrounds(source_note);
      return kind !== 'unknown' && (labelPage !== null || isLabelFromName);
    });
    expect(known.map(({ id }) => id)).toEqual(
      laureates.filter(({ wave, kind }) => wave === 'vague-1' && kind !== 'unknown').map(({ id }) => id),
    );
    const fromNameAlone = known.filter(({ source_note }) => readNotedGrounds(source_note).labelPage === null);
    expect([known.length, fromNameAlone.length]).toEqual([26, 4]);
  });

  it('name pages that are addresses and nothing more', () => {
    for (const { source_note } of laureates) {
      const { labelPage, territoryPages } = readNotedGrounds(source_note);
      for (const page of [labelPage ?? [], territoryPages].flat()) expect(page).toMatch(/^https?:\/\/\S+[\w/]$/);
    }
  });
});
