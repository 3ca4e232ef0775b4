import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { StartError } from './start-error';

const refusalOf = (error: NodeJS.ErrnoException, port: number) => {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Le port ${port} est déjà pris par un autre programme : arrêtez-le ou choisissez-en un autre avec PORT.`,
    );
  if (error.code === 'EACCES')
    return new StartError(`Ce compte n’a pas le droit d’ouvrir le port ${port} : choisissez-en un autre avec PORT.`);
  return error;
};

/** Opens the port for that server. Throws StartError when it is taken or forbidden. */
export function listen(server: Server | ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusalOf(error, port)));
    server.listen(port, () => resolve());
  });
}

/** Says at once that a port is taken, before minutes of preparation. */
export async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port);
  await new Promise((resolve) => probe.close(resolve));
}

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
