import type { QueryResultRow } from 'pg';
import { getLongPool, type Sql } from './db';

/** In memory at once, however long the answer. */
const ROWS_AT_ONCE = 1_000;

/**
 * Once its connection is closed the server stops within half a second, whatever it was working out; of a reader who takes
 * nothing for a minute it lets go by itself. A cursor read to its end is planned as a whole, not for its first rows.
 */
const BEGIN = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = '1min';
  SET LOCAL client_connection_check_interval = '500ms';
  SET LOCAL cursor_tuple_fraction = 1`;

/** The rows of a read composed with `sql`, a thousand at a time, their values as the driver reads them. */
export type StreamRows = <Row extends QueryResultRow>(query: Sql) => AsyncGenerator<Row[]>;

/**
 * Reads a long answer as it is taken, on a connection of its own: all that `read` asks sees the database of one instant, for
 * as long as it takes. The connection is closed when the reader comes to the end, leaves, or gives the signal. Throws what
 * the database refuses, and the reason of the signal.
 */
export async function* inSnapshot<Piece>(
  read: (streamRows: StreamRows) => AsyncIterable<Piece>,
  signal?: AbortSignal,
): AsyncGenerator<Piece> {
  signal?.throwIfAborted();
  const client = await getLongPool().connect();
  // What ends it between two questions is told by the next.
  client.on('error', () => {});
  let isOpen = true;
  const close = () => {
    if (isOpen) client.release(true);
    isOpen = false;
  };
  signal?.addEventListener('abort', close);

  let cursors = 0;
  const streamRows: StreamRows = async function* <Row extends QueryResultRow>(query: Sql) {
    cursors += 1;
    const cursor = `rows_${cursors}`;
    await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query.text}`, query.values);
    let rows: Row[];
    do {
      ({ rows } = await client.query<Row>(`FETCH ${ROWS_AT_ONCE} FROM ${cursor}`));
      if (rows.length > 0) yield rows;
    } while (rows.length === ROWS_AT_ONCE);
  };
  try {
    signal?.throwIfAborted();
    await client.query(BEGIN);
    yield* read(streamRows);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    close();
    signal?.removeEventListener('abort', close);
  }
}
