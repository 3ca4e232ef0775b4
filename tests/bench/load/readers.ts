import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { AS_BROWSERS } from './measure';

/** In milliseconds, of the clock of `performance.now()`. */
export type PageRead = { address: string; beganAt: number; endedAt: number; isGiven: boolean };

const EVERY_MS = 1_000;

async function readPage(url: string, address: string, agent: Agent): Promise<PageRead> {
  const beganAt = performance.now();
  const request = get(url + address, { agent, headers: AS_BROWSERS });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return { address, beganAt, endedAt: performance.now(), isGiven: answer.statusCode === 200 };
}

/**
 * As many readers as addresses. Each asks for a page every second, or as soon as it has the one before, and takes them all
 * in turn from one of its own: as long as the site keeps up, every page is asked for once a second.
 */
export async function readInTurn(url: string, addresses: readonly string[], seconds: number): Promise<PageRead[]> {
  const agent = new Agent({ keepAlive: true });
  const end = performance.now() + seconds * 1_000;
  const reads: PageRead[] = [];
  const readAlone = async (reader: number) => {
    await sleep((EVERY_MS / addresses.length) * reader);
    let turn = reader;
    do {
      const read = await readPage(url, addresses[turn % addresses.length] ?? '/', agent);
      reads.push(read);
      turn += 1;
      await sleep(Math.max(0, EVERY_MS - (read.endedAt - read.beganAt)));
    } while (performance.now() < end);
  };
  try {
    await Promise.all(addresses.map((_, reader) => readAlone(reader)));
  } finally {
    agent.destroy();
  }
  return reads;
}
