import { expect, it } from 'vitest';
import { keptFormPage } from '@/lib/forms/kept-form-page';
import { typedTexts } from '@/lib/forms/sent-form';

const FIELDS = [
  ['$ACTION_REF_1', ''],
  ['_key', '1f0c'],
  ['id', 'fabt-285'],
  ['waveId', 'vague-1'],
  ['version', '1'],
  ['name', 'Klab'],
  ['website', ' '],
  ['v0-id', '77'],
  ['v0-amount', '50 000'],
  ['password', 'girafe'],
  ['intention', 'enregistrer'],
] as const;

const page = (cause: 'away' | 'session-over', fate: 'unsaved' | 'unknown') =>
  keptFormPage({ fields: FIELDS, fate, mark: null, cause, digest: undefined });

it('gives back what was typed, and none of what the form holds for itself', () => {
  expect(typedTexts(FIELDS)).toEqual(['Klab', '50 000']);
  expect(page('away', 'unsaved')).toContain('>\nKlab\n\n50 000</textarea>');
});

it('says when to send it again: later, once signed in again, or to learn what became of it', () => {
  expect(page('away', 'unsaved')).toContain('Renvoyez-le d’ici dans un instant.');
  expect(page('session-over', 'unsaved')).toContain('Renvoyez-le ensuite d’ici.');
  expect(page('session-over', 'unknown')).toContain('pour le savoir');
});
