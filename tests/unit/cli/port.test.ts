import { createServer } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { freePort, listen, ownOrigin, refuseTakenPort } from '@/lib/cli/port';

const hasIpv6 = Object.values(os.networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
const close = (server: ReturnType<typeof createNetServer>) => new Promise((resolve) => server.close(resolve));

describe('the site', () => {
  it.each([null, '0.0.0.0', '127.0.0.1', 'localhost', ...(hasIpv6 ? ['::', '::1'] : [])])(
    'listens at HOST and reaches itself there: %s',
    async (host) => {
      const endpoint = { host, port: await freePort() };
      const server = createServer((_, response) => response.end('here'));
      await listen(server, endpoint);
      expect(await (await fetch(ownOrigin(endpoint))).text()).toBe('here');
      await expect(refuseTakenPort(endpoint)).rejects.toThrow(`Le port ${endpoint.port} est déjà pris`);
      await close(server);
    },
  );

  it.each(['192.0.2.1', '2001:db8::1'])(
    'says in one sentence that this machine has not the address: %s',
    async (host) => {
      await expect(refuseTakenPort({ host, port: await freePort() })).rejects.toMatchObject({
        name: 'StartError',
        message: expect.stringMatching(
          new RegExp(`^Cette machine ne peut pas écouter à l’adresse ${host} .* HOST, .*\\.$`),
        ),
      });
    },
  );

  it.skipIf(process.platform !== 'linux')('leaves the other addresses to others', async () => {
    const port = await freePort();
    const [server, other] = [createNetServer(), createNetServer()];
    await listen(server, { host: '127.0.0.1', port });
    await listen(other, { host: '127.0.0.2', port });
    expect([server.address(), other.address()]).toMatchObject([{ address: '127.0.0.1' }, { address: '127.0.0.2' }]);
    await close(server);
    await close(other);
  });
});
