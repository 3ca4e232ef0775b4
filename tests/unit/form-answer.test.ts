import { describe, expect, it } from 'vitest';
import { DetailedError } from '@/lib/errors';
import { answeredBefore, digestOfSent, endUnknown, nothingSaved, refused, refusedBy } from '@/lib/forms/form-answer';

const KEY = '0f8b6c1e-1111-4222-8333-444455556666';
const form = {
  key: KEY,
  isDoubtful: false,
  isFirstOver: false,
  fields: {},
  kept: { name: ['Ma saisie'], selection: ['a:1', 'b:1'] },
};

describe('a form that comes back', () => {
  it('has a new key, and what was typed', () => {
    const state = refused(form, 'Non.', { name: 'Trop court.' });
    expect(state).toMatchObject({ status: 'refused', message: 'Non.', values: form.kept });
    expect(state.key).not.toBe(KEY);
    expect(state.isDoubtful).toBeUndefined();
    expect(nothingSaved(form, new Error('x')).message).toContain('rien n’a été enregistré, votre saisie est conservée');
  });

  it('says that the disk of the server is full, which no instant mends, with all that was typed', () => {
    const error = Object.assign(new Error('could not extend file'), { code: '53100' });
    const state = nothingSaved(form, error);
    expect(state).toMatchObject({ status: 'refused', values: form.kept });
    expect(state.message).toContain('Rien n’a été enregistré : le disque du serveur est plein.');
    expect(state.message).not.toContain('Réessayez dans un instant');
  });

  it('keeps its key while nobody knows whether it was written, whatever stops its next sending', () => {
    const unknown = endUnknown(form, new Error('x'));
    expect(unknown).toMatchObject({ status: 'refused', key: KEY, isDoubtful: true, values: form.kept });
    expect(unknown.message).toContain('On ne sait pas si le premier envoi de ce formulaire est enregistré');
    const again = refused({ ...form, isDoubtful: true }, 'Votre session est terminée.');
    expect(again).toMatchObject({ key: KEY, isDoubtful: true });
    expect(again.message).toContain('Votre session est terminée. On ne sait pas');
  });

  it('is answered as it was the first time, unless it says something else by now', () => {
    const kept = { message: 'Enregistré.', sent: digestOfSent(form) };
    expect(answeredBefore(form, kept)).toMatchObject({ status: 'done', message: 'Enregistré.' });
    const changed = { ...form, isDoubtful: true, kept: { ...form.kept, name: ['Ma saisie, reprise'] } };
    const state = answeredBefore(changed, kept);
    expect(state).toMatchObject({ status: 'refused', values: changed.kept });
    expect(state).toHaveProperty('message', expect.stringContaining('sans ce que vous avez changé depuis'));
    expect(state).not.toHaveProperty('key', KEY);
    expect(answeredBefore(form, { goTo: '/admin', sent: digestOfSent(form) })).toEqual({ goTo: '/admin' });
  });

  it('holds what a refusal gives it in the place of what was sent', () => {
    const error = new DetailedError('edited-meanwhile', { structures: [], selection: ['a:2'] });
    expect(refusedBy(form, error).values).toEqual({ name: ['Ma saisie'], selection: ['a:2'] });
  });
});
