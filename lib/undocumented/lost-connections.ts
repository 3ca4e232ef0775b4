/** What the driver of PostgreSQL says of a connection that it lost or never had: these errors have no code. */
export const DRIVER_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired$|Query read timeout|Client has encountered a connection error|Client was closed|The server does not support SSL|There was an error establishing an SSL)/;

/** What Prisma says of a transaction that waited too long for its connection, or for an answer on it. */
export const TRANSACTION_TOO_LATE = /Unable to start a transaction in the given time|on an expired transaction/;

/** What its driver adapters call a database that they do not reach. */
export const ADAPTER_KINDS: ReadonlySet<string> = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TlsConnectionError',
  'DatabaseDoesNotExist',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
]);
