import { Socket } from 'node:net';

/** A server that is no longer there is found out in less than half a minute, not in two hours. */
export const KEPT_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** Without it, a question sent into a network that lost the connection waits for a quarter of an hour. */
export const socketsThatGiveUp = (silentForMs: number) => (): Socket => {
  const socket = new Socket();
  return socket.setTimeout(silentForMs, () => socket.destroy());
};
