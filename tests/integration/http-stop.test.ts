import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import { expect, it } from 'vitest';
import { addressOf, closeAfterEach, openBareSite } from '../support/bare-site';

closeAfterEach();

it('a stop lets a running request end, closes idle connections at once and takes no new one', async () => {
  const slow = new EventEmitter();
  const site = await openBareSite(async (request, response) => {
    if (request.url === '/slow') {
      slow.emit('begun');
      await once(slow, 'over');
    }
    response.end('done');
  });
  const agent = new http.Agent({ keepAlive: true });
  const idle = http.get(addressOf('/'), { agent });
  const [first] = await once(idle, 'response');
  first.resume();
  await once(first, 'end');

  const begun = once(slow, 'begun');
  const running = fetch(addressOf('/slow'));
  await begun;
  const stopped = site.stop();
  await expect(fetch(addressOf('/'))).rejects.toThrow('fetch failed');
  slow.emit('over');
  const answer = await running;
  expect(await answer.text()).toBe('done');
  await stopped;
  // An idle connection is not waited for.
  await expect.poll(() => idle.socket?.destroyed).toBe(true);
  agent.destroy();
});
