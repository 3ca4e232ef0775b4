import { expect, it } from 'vitest';
import { getDb } from '@/lib/database/db';
import { errorsByField } from '@/lib/forms/form-data';
import { changeRole } from '@/lib/users/commands';
import { roleForm } from '@/lib/users/schema';
import { addUser, seen, type TestUser } from '../support/office';
import { useTestDatabase } from '../support/test-database';

useTestDatabase();

async function send(user: TestUser, actor: TestUser, typed: Record<string, string>) {
  const { data, error } = roleForm.safeParse({ ...(await seen(user)), ...typed });
  if (error) throw new Error(JSON.stringify(errorsByField(error)));
  return changeRole(data, actor);
}
const roleOf = async ({ id }: TestUser) => (await getDb().user.findUniqueOrThrow({ where: { id } })).role;

it('administrators who give their own role up are asked first, and the last one is refused whatever they say', async () => {
  const own = await addUser('administrator');
  const refusal = (typed: Record<string, string>) => send(own, own, typed).catch((error: unknown) => error);
  for (const confirm of [{}, { confirm: 'oui' }]) {
    expect(await refusal({ role: 'reader', ...confirm })).toMatchObject({ code: 'last-administrator' });
  }
  const other = await addUser('administrator');
  for (const role of ['reader', 'editor']) {
    for (const confirm of [{}, { confirm: 'non' }, { confirm: '' }]) {
      expect(await refusal({ role, ...confirm })).toMatchObject({ code: 'own-demotion', field: 'confirm' });
    }
  }
  expect([await roleOf(own), await getDb().auditEntry.count({ where: { subjectId: own.id } })]).toEqual([
    'administrator',
    0,
  ]);
  await send(own, own, { role: 'editor', confirm: 'oui' });
  expect(await roleOf(own)).toBe('editor');
  // Now the last one.
  await expect(send(other, other, { role: 'reader', confirm: 'oui' })).rejects.toMatchObject({
    code: 'last-administrator',
  });
});

it('administrators change the role of another without being asked', async () => {
  const [own, other] = [await addUser('administrator'), await addUser('administrator')];
  await send(other, own, { role: 'reader' });
  expect(await roleOf(other)).toBe('reader');
});
