import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { originOf, type Settings } from '@/lib/env';
import { StartError } from './start-error';

export type Endpoint = Pick<Settings, 'host' | 'port'>;

const refusalOf = (error: NodeJS.ErrnoException, { host, port }: Endpoint) => {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Le port ${port} est déjà pris par un autre programme : arrêtez-le ou choisissez-en un autre avec PORT.`,
    );
  if (error.code === 'EACCES')
    return new StartError(`Ce compte n’a pas le droit d’ouvrir le port ${port} : choisissez-en un autre avec PORT.`);
  if (host !== null && error.syscall === 'listen')
    return new StartError(
      `Cette machine ne peut pas écouter à l’adresse ${host} (${error.code}) : donnez une des siennes avec HOST, ou retirez ce réglage pour les ouvrir toutes.`,
    );
  return error;
};

/** Throws StartError. */
export function listen(server: Server | ReturnType<typeof createServer>, endpoint: Endpoint): Promise<void> {
  const { host, port } = endpoint;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusalOf(error, endpoint)));
    server.listen({ port, ...(host !== null && { host }) }, () => resolve());
  });
}

export async function refuseTakenPort(endpoint: Endpoint): Promise<void> {
  const probe = createServer();
  await listen(probe, endpoint);
  await new Promise((resolve) => probe.close(resolve));
}

/** What listens on all addresses listens on this one, even where IPv6 is off. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

export const ownOrigin = ({ host, port }: Endpoint): string =>
  originOf(host === null || EVERYWHERE.has(host) ? '127.0.0.1' : host, port);

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
