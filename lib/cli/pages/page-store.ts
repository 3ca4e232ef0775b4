import { LRUCache } from 'lru-cache';
import { currentGeneration } from '@/lib/cache';
import { dayInParis } from '@/lib/french/dates';
import type { Failure } from '@/lib/http/failure';
import type { PublicRoom } from '@/lib/site/page-room';
import { type StoredAnswer, weightOf } from './stored-answer';

/** `live`: what the pages that change in the browser ask for. */
export type PageRoom = PublicRoom | 'live';

const MEGABYTE = 1024 * 1024;

/** In bytes of coded bodies. What has no end of addresses has a part of its own, and cannot push the rest out. */
const ROOMS: Record<PageRoom, number> = {
  plain: 8 * MEGABYTE,
  record: 8 * MEGABYTE,
  list: 3 * MEGABYTE,
  odd: 3 * MEGABYTE,
  live: 3 * MEGABYTE,
};

export type PageMade = { answer: StoredAnswer; isKept: boolean; failure: Failure };

type PageStore = {
  /** Kept, under way for somebody else, or made now. `isKept`: of a page that may be kept, whether it was. */
  get: (room: PageRoom, key: string, make: () => Promise<PageMade>) => Promise<PageMade>;
};

/** Until when a page stays right: what is public has not changed since, and it is the same day. Null when nobody knows. */
function readMoment(): string | null {
  const generation = currentGeneration();
  return generation === null ? null : `${generation} ${dayInParis(new Date())}`;
}

export function createPageStore(moment = readMoment, sizes = ROOMS): PageStore {
  const open = (maxSize: number) =>
    new LRUCache<string, PageMade>({ maxSize, sizeCalculation: ({ answer }, key) => weightOf(answer) + key.length });
  const rooms = Object.fromEntries(Object.entries(sizes).map(([room, bytes]) => [room, open(bytes)])) as Record<
    PageRoom,
    ReturnType<typeof open>
  >;
  const underWay = new Map<string, Promise<PageMade>>();
  let current: string | null = null;

  const enter = () => {
    const now = moment();
    if (now === current && now !== null) return now;
    current = now;
    underWay.clear();
    for (const room of Object.values(rooms)) room.clear();
    return now;
  };

  const make = async (room: PageRoom, key: string, begun: string, makePage: () => Promise<PageMade>) => {
    const made = await makePage();
    // What changed meanwhile may be on it or not.
    if (!made.isKept || enter() !== begun) return { ...made, isKept: false };
    rooms[room].set(key, made);
    return made;
  };

  return {
    get: async (room, key, makePage) => {
      const begun = enter();
      if (begun === null) return { ...(await makePage()), isKept: false };
      const known = rooms[room].get(key) ?? underWay.get(key);
      if (known) return known;
      const making = make(room, key, begun, makePage).finally(() => {
        if (underWay.get(key) === making) underWay.delete(key);
      });
      underWay.set(key, making);
      return making;
    },
  };
}
