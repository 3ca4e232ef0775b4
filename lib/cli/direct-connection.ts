import { Client } from 'pg';
import { isConnectionError } from '@/lib/database/connection-error';
import { connectionRefusal } from '@/lib/database/connection-refusal';
import { KEPT_ALIVE } from '@/lib/database/kept-alive';
import { refuseSharedProcess } from '@/lib/database/pooling';
import { refuseUnfitDatabase } from '@/lib/database/preflight';
import { PROGRAM_SETTINGS, withSettings } from '@/lib/database/session-settings';
import { DatabaseStartError } from '@/lib/database/start-error';
import { getSettings } from '@/lib/env';
import { PassingTrouble } from './patience';

/** What waiting does not mend: credentials, a database not there, what a pooler forbids, TLS of one side only. */
const needsOperator = ({ code, message }: { code: string; message: string }) =>
  /^(28|3D|08P01)/.test(code) || /\bSSL\b/.test(message);

const read = (error: unknown) => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : '',
  message: error instanceof Error ? error.message : '',
});

/** Started at the same moment, by the same compose file for instance, it may be restarting or recovering. */
export const isAway = (error: unknown) => isConnectionError(error) && !needsOperator(read(error));

export function awayTrouble(cause: unknown, setting: string, client: Client): PassingTrouble {
  const { code } = read(cause);
  const { message } = connectionRefusal(cause, setting, client);
  return new PassingTrouble(`La base de données ne répond pas${code && ` (${code})`}`, message, { cause });
}

function newClient(address: string, setting: string): Client {
  try {
    const client = new Client({ connectionString: address, ...KEPT_ALIVE, connectionTimeoutMillis: 5_000 });
    // A failed connection is told by `connect`, and one that is lost by what it was used for.
    client.on('error', () => {});
    return client;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseStartError(`${setting} ne peut pas servir : ${reason}.`, { cause: error });
  }
}

/** Throws PassingTrouble for a server that is away, DatabaseStartError for one that refuses. */
export async function connect(address: string, setting: string): Promise<Client> {
  const client = newClient(address, setting);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw isAway(error) ? awayTrouble(error, setting, client) : connectionRefusal(error, setting, client);
  }
}

/** Past any pooler, for as long as it takes. */
export const programAddress = (url: string): string =>
  withSettings(getSettings().directDatabaseUrl ?? url, PROGRAM_SETTINGS);

type DirectConnection = { client: Client; address: string; setting: string };

export async function connectDirectly(url: string): Promise<DirectConnection> {
  const setting = getSettings().directDatabaseUrl === null ? 'DATABASE_URL' : 'DATABASE_LISTEN_URL';
  const address = programAddress(url);
  return { client: await connect(address, setting), address, setting };
}

export async function refuseUnfitServer({ client, address, setting }: DirectConnection): Promise<void> {
  await refuseUnfitDatabase(client, setting);
  const other = await connect(address, setting);
  try {
    await refuseSharedProcess(client, other, setting);
  } finally {
    await other.end();
  }
}
