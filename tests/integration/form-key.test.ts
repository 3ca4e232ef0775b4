import { describe, expect, it } from 'vitest';
import { giveFormKeyBack, keepFormAnswer, takeFormKey } from '@/lib/audit/form-key';
import { getDb } from '@/lib/database/db';
import { addUser } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase('migrated');

describe('the one-time key of a form', () => {
  it('answers a second arrival as the first, to its sender alone, and serves again when the first was refused', async () => {
    const [user, other] = [await addUser('reader'), await addUser('reader')];
    const key = crypto.randomUUID();
    const first = await takeFormKey(key, user.id);
    if (first.state !== 'mine') throw new Error('the key is not given');
    const second = takeFormKey(key, user.id);
    await keepFormAnswer(first.mark, { message: 'Fait.', result: { link: 'https://secret' } });
    const answer = { message: 'Fait.', result: { link: 'https://secret' } };
    expect(await second).toEqual({ state: 'answered', answer });
    expect(await takeFormKey(key, other.id)).toEqual({ state: 'foreign' });
    expect(JSON.stringify(await getDb().formKey.findMany())).not.toContain('secret');
    await giveFormKeyBack(first.mark);
    expect(await takeFormKey(key, user.id)).toMatchObject({ state: 'mine' });
  });
});
