import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { isConnectionError } from '@/lib/database/connection-error';
import { innerErrors } from '@/lib/undocumented/inner-errors.mjs';
import { ADAPTER_KINDS, DRIVER_MESSAGES, TRANSACTION_TOO_LATE } from '@/lib/undocumented/lost-connections';
import { PrismaClient } from '@/prisma/generated/client';
import {
  type Answer,
  addressOf,
  closeServersAfterEach,
  DONE,
  leaves,
  refusedWith,
  silent,
  welcomesThen,
} from '@/tests/support/fake-postgres';

closeServersAfterEach();

const caught = (doing: Promise<unknown>) =>
  doing.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

const client = async (answer: Answer, options: pg.ClientConfig = {}) =>
  new pg.Client({ ...(await addressOf(answer)), ...options }).on('error', () => {});
const connected = async (answer: Answer, options?: pg.ClientConfig) => {
  const open = await client(welcomesThen(answer), options);
  await open.connect();
  return open;
};
const prisma = async (answer: Answer, options: pg.PoolConfig = {}) =>
  new PrismaClient({ adapter: new PrismaPg({ ...(await addressOf(answer)), ...options }) });
const kindsIn = (error: unknown) => innerErrors(error).flatMap((one) => ('kind' in one ? [one.kind] : []));

describe('what the driver of PostgreSQL says, without a code, of a connection that it', () => {
  const WAYS: [string, () => Promise<unknown>][] = [
    ['loses at once', async () => (await client(leaves)).connect()],
    ['waits for', async () => (await client(silent, { connectionTimeoutMillis: 50 })).connect()],
    [
      'waits for among others',
      async () => {
        const pool = new pg.Pool({ ...(await addressOf(welcomesThen(silent))), max: 1, connectionTimeoutMillis: 200 });
        (await pool.connect()).on('error', () => {});
        return pool.connect();
      },
    ],
    ['hears no more', async () => (await connected(silent, { query_timeout: 50 })).query('SELECT 1')],
    ['loses in a question', async () => (await connected(leaves)).query('SELECT 1')],
    [
      'lost before',
      async () => {
        const lost = await connected(leaves);
        await lost.query('SELECT 1').catch(() => {});
        return lost.query('SELECT 1');
      },
    ],
    [
      'closed',
      async () => {
        const closed = await connected(leaves);
        await closed.end();
        return closed.query('SELECT 1');
      },
    ],
    ['cannot encrypt', async () => (await client((socket) => socket.write('N'), { ssl: true })).connect()],
    ['cannot understand', async () => (await client((socket) => socket.write('X'), { ssl: true })).connect()],
  ];
  it.each(WAYS)('%s', async (_, lose) => {
    const error = await caught(lose());
    expect(error).toMatchObject({ message: expect.stringMatching(DRIVER_MESSAGES) });
    expect(isConnectionError(error)).toBe(true);
  });
});

describe('what Prisma makes', () => {
  it.each([
    ['28P01', 'AuthenticationFailed'],
    ['28000', 'DatabaseAccessDenied'],
    ['3D000', 'DatabaseDoesNotExist'],
    ['53300', 'TooManyConnections'],
  ])('of a server that refuses with %s holds « %s »', async (code, kind) => {
    const db = await prisma(refusedWith(code));
    for (const ask of [
      () => db.user.findFirst(),
      () => db.$queryRaw`SELECT 1`,
      () => db.$transaction(async () => {}),
    ]) {
      const error = await caught(ask());
      expect(kindsIn(error)).toEqual([kind]);
      expect([...ADAPTER_KINDS]).toContain(kind);
      expect(isConnectionError(error)).toBe(true);
    }
  });

  it('of a server that is not there, or does not encrypt, holds why', async () => {
    const unencrypted = await prisma((socket) => socket.write('N'), { ssl: true });
    expect(kindsIn(await caught(unencrypted.user.findFirst()))).toEqual(['TlsConnectionError']);
    const { port: _, ...nowhere } = await addressOf(silent);
    const absent = new PrismaClient({ adapter: new PrismaPg({ ...nowhere, port: 1 }) });
    expect(kindsIn(await caught(absent.user.findFirst()))).toEqual(['DatabaseNotReachable']);
    for (const kind of ['TlsConnectionError', 'DatabaseNotReachable']) expect([...ADAPTER_KINDS]).toContain(kind);
  });

  it('of a server that ends a connection keeps its code, however deep', async () => {
    const db = await prisma(refusedWith('57P01'));
    for (const ask of [() => db.user.findFirst(), () => db.$queryRaw`SELECT 1`])
      expect(innerErrors(await caught(ask()))).toContainEqual(expect.objectContaining({ originalCode: '57P01' }));
  });

  it('of a transaction that comes too late, says so', async () => {
    const unheard = await prisma(silent);
    const late = await caught(unheard.$transaction(async () => {}, { maxWait: 50 }));
    const begun = await prisma(welcomesThen((socket) => socket.write(DONE)));
    const expired = await caught(
      begun.$transaction(
        async (tx) => {
          await new Promise((resolve) => setTimeout(resolve, 200));
          await tx.$queryRaw`SELECT 1`;
        },
        { timeout: 50 },
      ),
    );
    for (const error of [late, expired])
      expect(error).toMatchObject({ code: 'P2028', message: expect.stringMatching(TRANSACTION_TOO_LATE) });
  });
});
