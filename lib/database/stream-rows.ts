import type { QueryResultRow } from 'pg';
import { getLongPool, type Sql } from './db';

const ROWS_AT_ONCE = 1_000;

/** The server stops within half a second of a closed connection; a cursor read to its end is planned as a whole. */
const BEGIN = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = '1min';
  SET LOCAL client_connection_check_interval = '500ms';
  SET LOCAL cursor_tuple_fraction = 1`;

type StreamRows = <Row extends QueryResultRow>(query: Sql) => AsyncGenerator<Row[]>;

/** All that `read` asks sees one instant, on a connection of its own. Throws the reason of the signal. */
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
