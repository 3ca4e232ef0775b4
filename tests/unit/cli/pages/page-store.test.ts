import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createPageStore, type PageMade, type PageRoom } from '@/lib/cli/pages/page-store';
import { keepAsItIs } from '@/lib/cli/pages/stored-answer';

const page = (text: string, isKept = true): PageMade => ({
  answer: keepAsItIs({ status: 200, headers: {}, body: Buffer.from(text) }),
  isKept,
  failure: {},
});

function openStore(sizes?: Record<PageRoom, number>) {
  const clock: { moment: string | null } = { moment: '1 lundi' };
  const store = createPageStore(() => clock.moment, sizes);
  let made = 0;
  const get = (key: string, make = async () => page(key), room: PageRoom = 'plain') =>
    store.get(room, key, () => {
      made += 1;
      return make();
    });
  const ask = async (...asked: Parameters<typeof get>) => String((await get(...asked)).answer.bodies);
  return { clock, get, ask, count: () => made };
}

/** A page whose making ends when it is told to. */
function slowPage(text: string) {
  const told = new EventEmitter();
  const made = once(told, 'finish').then(() => page(text));
  return { make: () => made, finish: () => told.emit('finish') };
}

const fail = async (): Promise<never> => {
  throw new Error('rien');
};

describe('a page asked before', () => {
  it('is not made again', async () => {
    const { ask, count } = openStore();
    await ask('/');
    expect(await ask('/', async () => page('autre'))).toBe('/');
    expect(count()).toBe(1);
  });

  it('is made again once something public has changed, or the day has', async () => {
    const { ask, count, clock } = openStore();
    await ask('/');
    clock.moment = '2 lundi';
    expect(await ask('/', async () => page('changée'))).toBe('changée');
    clock.moment = '2 mardi';
    expect(await ask('/', async () => page('du mardi'))).toBe('du mardi');
    expect(count()).toBe(3);
  });

  it('is made each time while changes may not be heard of, and what was kept before is not given after', async () => {
    const { ask, count, clock } = openStore();
    await ask('/');
    clock.moment = null;
    await ask('/');
    await ask('/');
    clock.moment = '1 lundi';
    await ask('/');
    expect(count()).toBe(4);
  });

  it('is made again when it was not to be kept', async () => {
    const { ask, count } = openStore();
    await ask('/', async () => page('', false));
    await ask('/');
    expect(count()).toBe(2);
  });
});

describe('a page under way', () => {
  it('is made once for all who ask', async () => {
    const { ask, count } = openStore();
    const slow = slowPage('une fois');
    const asked = [ask('/', slow.make), ask('/', slow.make), ask('/', slow.make)];
    slow.finish();
    expect(await Promise.all(asked)).toEqual(['une fois', 'une fois', 'une fois']);
    expect(count()).toBe(1);
  });

  it('is neither kept nor given to who asks after a change', async () => {
    const { ask, clock, count } = openStore();
    const slow = slowPage('avant');
    const before = ask('/', slow.make);
    clock.moment = '2 lundi';
    const after = ask('/', async () => page('après'));
    slow.finish();
    expect(await Promise.all([before, after])).toEqual(['avant', 'après']);
    expect(await ask('/')).toBe('après');
    expect(count()).toBe(2);
  });

  it('is said to be kept when it is, to all who ask, and not when something changed meanwhile or may have', async () => {
    const { get, clock } = openStore();
    const askTwice = async (change: () => void) => {
      const slow = slowPage('une page');
      const asked = [get('/', slow.make), get('/', slow.make)];
      change();
      slow.finish();
      return (await Promise.all(asked)).map(({ isKept }) => isKept);
    };
    expect(await askTwice(() => (clock.moment = '2 lundi'))).toEqual([false, false]);
    expect(await askTwice(() => {})).toEqual([true, true]);
    expect((await get('/')).isKept).toBe(true);
    clock.moment = null;
    expect(await askTwice(() => {})).toEqual([false, false]);
  });

  it('that fails is not kept, fails for all who ask, and is made again', async () => {
    const { ask } = openStore();
    await expect(Promise.all([ask('/', fail), ask('/', fail)])).rejects.toThrow('rien');
    expect(await ask('/')).toBe('/');
  });
});

it('a robot that asks for addresses without end pushes out its like alone', async () => {
  const room = 10_000;
  const { ask, count } = openStore({ plain: room, record: room, list: room, odd: room, live: room });
  const plain = Array.from({ length: 20 }, (_, index) => `/regions/${index}`);
  for (const key of plain) await ask(key);
  for (let index = 0; index < 2_000; index += 1)
    await ask(`/fabriques?q=${index}`, async () => page('x'.repeat(500)), 'odd');
  const before = count();
  for (const key of plain) await ask(key);
  expect(count()).toBe(before);
  await ask('/fabriques?q=0', undefined, 'odd');
  expect(count()).toBe(before + 1);
});
