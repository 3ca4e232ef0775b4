import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import inject from 'light-my-request';
import { beforeAll, expect, it } from 'vitest';
import { emptyDirectoryCache } from '@/lib/cache';
import { listStructures } from '@/lib/directory/list';
import { readDirectoryFilter } from '@/lib/directory/read-filter';
import * as structures from '@/lib/structures/commands';
import { getStructure } from '@/lib/structures/queries';
import { giveAward, useActor } from '../../support/office-records';
import { storeBefore, untilPagesAreKept, writePage } from '../../support/stored-pages';
import { createStructure, readStructure, saveStructure } from '../../support/structure-desk';
import { useTestDatabase } from '../../support/test-database';

useTestDatabase();
const actor = useActor();
beforeAll(untilPagesAreKept);

const READERS = 32;
const LONGEST_RENDER_MS = 40;
const WRITERS = 10;
/** While one is saved, pages are made anew for what another one saved. */
const SAVES_EACH = 50;

/** Each save gives the record of its writer the next number. */
const described = (writer: number, number: number) => ({
  communeCode: '2A004',
  name: `La halle ${'abcdefghij'[writer]}`,
  description: `Lieu ${writer}, version ${number}.`,
});
const versionsIn = (text: string) =>
  [...text.matchAll(/Lieu (\d+), version (\d+)\./g)].map(
    ([, writer, number]) => [Number(writer), Number(number)] as const,
  );

const descriptionOf = async (slug: string) => (await getStructure(slug))?.description;

async function textOf({ url = '/' }: IncomingMessage) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const slug = /^\/fabriques\/(.+)/.exec(pathname)?.[1];
  if (slug) return descriptionOf(slug);
  const { filter } = await readDirectoryFilter(searchParams);
  const { items } = await listStructures(filter);
  return (await Promise.all(items.map((item) => descriptionOf(item.slug)))).join(' ');
}

let pagesMade = 0;

/** In the place of the framework, which is not done either when the database has answered. */
async function render(request: IncomingMessage, response: ServerResponse) {
  const text = await textOf(request);
  pagesMade += 1;
  await sleep((pagesMade * 7) % LONGEST_RENDER_MS);
  writePage(response, text ?? '');
}

async function addRecord(writer: number) {
  const id = await createStructure(described(writer, 0), actor);
  await giveAward(id);
  await structures.publishStructure({ id, version: 1 }, actor);
  return readStructure(id);
}

it('under 500 saves no reader is given a page older than a save answered before, nor than the page seen last', async () => {
  const { answer, made } = storeBefore(render);
  const records: Awaited<ReturnType<typeof addRecord>>[] = [];
  for (let writer = 0; writer < WRITERS; writer += 1) records.push(await addRecord(writer));
  emptyDirectoryCache();
  const pages = [
    ...records.map(({ slug }) => `/fabriques/${slug}`),
    '/fabriques?region=corse',
    '/fabriques?departement=2A',
    '/fabriques?q=halle&region=corse',
  ];

  const answered = records.map(() => 0);
  const over = new AbortController();
  const faults = new Set<string>();
  let loads = 0;
  const visit = async (reader: number) => {
    const seen = records.map(() => 0);
    for (let load = reader; !over.signal.aborted; load += 1) {
      const url = pages[load % pages.length] ?? '';
      const oldest = seen.map((number, writer) => Math.max(number, answered[writer] ?? 0));
      const { payload } = await inject((request, response) => void answer(request, response), { url });
      const versions = versionsIn(payload);
      if (versions.length === 0) faults.add(`${url} shows nothing`);
      for (const [writer, number] of versions) {
        if (number < (oldest[writer] ?? 0)) faults.add(`${url}: ${number} after ${oldest[writer]}`);
        seen[writer] = number;
      }
      loads += 1;
    }
  };
  const write = async ({ id }: { id: string }, writer: number) => {
    for (let number = 1; number <= SAVES_EACH; number += 1) {
      await saveStructure(id, number + 1, described(writer, number), actor);
      emptyDirectoryCache();
      answered[writer] = number;
    }
  };
  const readers = Array.from({ length: READERS }, (_, reader) => visit(reader));
  await Promise.all(records.map(write)).finally(() => over.abort());
  await Promise.all(readers);
  expect([...faults].slice(0, 10)).toEqual([]);
  expect(made.length).toBeLessThan(loads);
}, 300_000);
