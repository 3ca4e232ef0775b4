import { expect, it } from 'vitest';
import { toApiRecord } from '@/lib/api/structures';
import { emptyDirectoryCache } from '@/lib/cache';
import { listStructures } from '@/lib/directory/list';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import * as structures from '@/lib/structures/commands';
import { findCurrentSlug, getStructure } from '@/lib/structures/queries';
import { giveAward, useActor } from '../../support/office-records';
import { createStructure, saveStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const admin = useActor();

const contact = { contactName: 'Zoé', contactEmail: 'zoe@lieu.fr', contactPhone: null };
const total = async (q: string) => {
  const { filter } = await readDirectoryFilter({ q });
  return (await listStructures(filter)).total;
};

it('a draft is nowhere; published it is everywhere; archived it is nowhere again, and its address stays its own', async () => {
  const id = await createStructure({ name: 'Zanzibar' }, admin);
  await giveAward(id);
  emptyDirectoryCache();
  expect([await total('zanzibar'), await getStructure('zanzibar-roubaix')]).toEqual([0, null]);
  await structures.publishStructure({ id, version: 1 }, admin);
  emptyDirectoryCache();
  expect([await total('zanzibar'), (await getStructure('zanzibar-roubaix'))?.id]).toEqual([1, id]);
  await saveStructure(id, 2, { name: 'Zanzibar neuf' }, admin);
  emptyDirectoryCache();
  expect(await findCurrentSlug('zanzibar-roubaix')).toBe('zanzibar-neuf-roubaix');
  await structures.archiveStructure({ id, version: 3 }, admin);
  emptyDirectoryCache();
  expect([await total('zanzibar'), await getStructure('zanzibar-neuf-roubaix')]).toEqual([0, null]);
  expect(await findCurrentSlug('zanzibar-roubaix')).toBeNull();
});

it('a contact is public once ticked, on the page alone', async () => {
  const id = await createStructure({ name: 'Tangue', ...contact }, admin);
  await giveAward(id);
  await structures.publishStructure({ id, version: 1 }, admin);
  emptyDirectoryCache();
  expect((await getStructure('tangue-roubaix'))?.contact).toBeNull();
  await saveStructure(id, 2, { name: 'Tangue', ...contact, contactPublished: true }, admin);
  emptyDirectoryCache();
  const record = await getStructure('tangue-roubaix');
  expect(record?.contact).toEqual({ name: 'Zoé', email: 'zoe@lieu.fr', phone: null });
  expect(record && JSON.stringify(toApiRecord(record, 'http://localhost'))).not.toContain('zoe@lieu.fr');
});

it('the telephone of the place is public, on the record and in its data', async () => {
  const id = await createStructure({ name: 'Tambour', phone: '03 20 00 00 00' }, admin);
  await giveAward(id);
  await structures.publishStructure({ id, version: 1 }, admin);
  emptyDirectoryCache();
  const record = await getStructure('tambour-roubaix');
  expect(record?.phone).toBe('03 20 00 00 00');
  expect(record && toApiRecord(record, 'http://localhost')).toMatchObject({ phone: '03 20 00 00 00' });
});
