import { describe, expect, it } from 'vitest';
import { readForm } from '@/lib/forms/form-data';

const KEY = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('what arrives at an action', () => {
  it('is no form when it is no form data', () => {
    for (const sent of [null, undefined, 'texte', { email: 'a@b.fr' }, [['email', 'a@b.fr']]])
      expect(readForm(sent)).toBeNull();
  });

  it('keeps what was typed but never a password or a code', () => {
    const data = new FormData();
    data.set('_key', KEY);
    data.set('email', 'a@b.fr');
    data.set('password', 'secret');
    data.set('currentPassword', 'secret');
    data.set('code', '123456');
    expect(readForm(data)).toEqual({
      key: KEY,
      isDoubtful: false,
      isFirstOver: false,
      fields: { email: 'a@b.fr', password: 'secret', currentPassword: 'secret', code: '123456' },
      kept: { email: ['a@b.fr'] },
    });
  });

  it('drops files, the fields of the framework and a key that is none', () => {
    const data = new FormData();
    data.set('_key', 'x');
    data.set('email', new File(['x'], 'x.txt'));
    data.set('$ACTION_REF_1', '');
    data.append('regions', '53');
    data.append('regions', '28');
    expect(readForm(data)).toEqual({
      key: null,
      isDoubtful: false,
      isFirstOver: false,
      fields: { regions: ['53', '28'] },
      kept: { regions: ['53', '28'] },
    });
  });

  it('says that a former sending is in doubt, which is nothing that was typed', () => {
    const data = new FormData();
    data.set('_key', KEY);
    data.set('_doubt', 'oui');
    expect(readForm(data)).toEqual({ key: KEY, isDoubtful: true, isFirstOver: true, fields: {}, kept: {} });
    data.delete('_doubt');
    data.set('_over', 'oui');
    expect(readForm(data)).toEqual({ key: KEY, isDoubtful: false, isFirstOver: true, fields: {}, kept: {} });
  });
});
