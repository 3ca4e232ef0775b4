import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { getSettings } from '@/lib/env';
import { Prisma, PrismaClient } from '@/prisma/generated/client';
import { KEPT_ALIVE, socketsThatGiveUp } from './kept-alive';
import { SITE_SETTINGS, withSettings } from './session-settings';

const POOL_SIZE = 10;
/** Longer than any statement lasts: its answer is not to come. */
const SILENT_FOR_MS = 25_000;

/** Prisma's own bounds, two and five seconds, refuse on a busy machine what would have been saved. */
const TRANSACTION = { maxWait: 10_000, timeout: 10_000 };

/** At once, so that their readers never take the connections of a server; another waits for one to end. */
const LONG_ANSWERS = 3;
const LONG_ANSWER_WAITS_MS = 10_000;

const HEALTH_ANSWER_WITHIN_MS = 2_000;

export function databaseUrl(): string {
  const url = getSettings().databaseUrl;
  if (!url) throw new Error('DATABASE_URL is not set: start the program with npm start');
  return url;
}

/** A pooler lends a connection for one transaction: it refuses settings and names of statements, which outlast it. */
const isPooled = () => getSettings().directDatabaseUrl !== null;

/** For what is heard between two transactions. */
export const lastingDatabaseUrl = (): string =>
  withSettings(getSettings().directDatabaseUrl ?? databaseUrl(), SITE_SETTINGS);

/** The directory's reads have a few hundred shapes, asked thousands of times: each is prepared once a connection. */
const statementNames = new Map<string, string>();
function nameStatement({ sql: text }: { sql: string }): string {
  const known = statementNames.get(text);
  if (known !== undefined) return known;
  const name = `directory_${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

function connect() {
  const connectionString = isPooled() ? databaseUrl() : withSettings(databaseUrl(), SITE_SETTINGS);
  const pool = new pg.Pool({
    connectionString,
    ...KEPT_ALIVE,
    stream: socketsThatGiveUp(SILENT_FOR_MS),
    max: POOL_SIZE,
    connectionTimeoutMillis: 5_000,
  });
  const health = new pg.Pool({
    connectionString,
    ...KEPT_ALIVE,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: HEALTH_ANSWER_WITHIN_MS,
    query_timeout: HEALTH_ANSWER_WITHIN_MS,
  });
  const long = new pg.Pool({
    connectionString: lastingDatabaseUrl(),
    ...KEPT_ALIVE,
    max: LONG_ANSWERS,
    connectionTimeoutMillis: LONG_ANSWER_WAITS_MS,
  });
  // Without a listener, an idle connection that the server closes would end the process.
  for (const one of [pool, health, long]) one.on('error', () => {});
  const adapter = new PrismaPg(pool, isPooled() ? {} : { statementNameGenerator: nameStatement });
  return { pool, health, long, prisma: new PrismaClient({ adapter, transactionOptions: TRANSACTION }) };
}

type Connection = ReturnType<typeof connect>;
// Pages and route handlers get separate copies of this module; they share one pool.
const shared = globalThis as typeof globalThis & { fabriquesConnection?: Connection };
const connection = (): Connection => {
  shared.fabriquesConnection ??= connect();
  return shared.fabriquesConnection;
};

export const getDb = (): PrismaClient => connection().prisma;

export const getPool = (): pg.Pool => connection().pool;

/** No reader uses it: it asks whether the database is there while every other one is busy. */
export const getHealthPool = (): pg.Pool => connection().health;

export const getLongPool = (): pg.Pool => connection().long;

/** Columns are named as the row type says; integers come as int4 or float8. */
export const queryRows = <Row>(query: Prisma.Sql): Promise<Row[]> => getDb().$queryRaw<Row[]>(query);

export async function disconnect(): Promise<void> {
  const open = shared.fabriquesConnection;
  delete shared.fabriquesConnection;
  if (!open) return;
  await open.prisma.$disconnect();
  for (const pool of [open.pool, open.health, open.long]) if (!pool.ended) await pool.end();
}

export const { sql, join, raw, empty } = Prisma;
export type Sql = Prisma.Sql;
