import { type ClientBase, DatabaseError } from 'pg';
import { isConnectionError } from '@/lib/database/connection-error';
import { BackupError } from './backup-error';

const LOCKED = '55P03';
const FORBIDDEN = '42501';

/** A value is the same text whatever the server's settings, and a long copy is not cut short. */
const SETTINGS = `
  SET LOCAL client_encoding = 'UTF8';
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'postgres';
  SET LOCAL timezone = 'UTC';
  SET LOCAL extra_float_digits = 1;
  SET LOCAL bytea_output = 'hex';
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL lock_timeout = '15s'`;

function refusal(error: unknown): unknown {
  if (error instanceof BackupError) return error;
  if (isConnectionError(error)) {
    return new BackupError(
      'La connexion à la base s’est coupée, et ce qui n’était pas fini y est défait : recommencez quand elle répond.',
      { cause: error },
    );
  }
  if (!(error instanceof DatabaseError)) return error;
  const { code, message } = error;
  const sentence =
    code === LOCKED
      ? 'Un autre programme se sert de la base, où rien n’a été changé : arrêtez le site, puis recommencez.'
      : code === FORBIDDEN
        ? `Le compte de DATABASE_URL n’en a pas le droit, et rien n’a été changé : donnez celui à qui la base appartient (${message}).`
        : `La base a refusé, et rien n’y a été changé : ${message}.`;
  return new BackupError(sentence, { cause: error });
}

/** Throws BackupError for what the database refuses. */
export async function inTransaction<Result>(
  client: ClientBase,
  mode: 'READ WRITE' | 'ISOLATION LEVEL REPEATABLE READ READ ONLY',
  run: () => Promise<Result>,
): Promise<Result> {
  await client.query(`BEGIN ${mode}`);
  try {
    await client.query(SETTINGS);
    const result = await run();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that was lost undid it already.
    await client.query('ROLLBACK').catch(() => {});
    throw refusal(error);
  }
}
