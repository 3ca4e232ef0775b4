/** PostgreSQL's classes for a connection lost, refused or closed by a server that stops or starts. */
const SERVER_CODES = /^(08\w{3}|57P0[123]|53300)$/;
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT']);
/** The driver gives these no code. */
const DRIVER_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** What Prisma's driver adapter calls the same. */
const ADAPTER_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** Prisma keeps the driver's own words inside its error. */
function isAdapterConnectionError(error: Error): boolean {
  const cause = property(property(property(error, 'meta'), 'driverAdapterError'), 'cause');
  return (
    ADAPTER_KINDS.has(String(property(cause, 'kind'))) ||
    SERVER_CODES.test(String(property(cause, 'originalCode'))) ||
    DRIVER_MESSAGES.test(String(property(cause, 'originalMessage')))
  );
}

/** Whether an error says that the database could not be reached, as opposed to a query that is wrong. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SERVER_CODES.test(code) || DRIVER_MESSAGES.test(error.message) || isAdapterConnectionError(error)) return true;
  // The library of sessions keeps it as the cause of an error of its own.
  return (SOCKET_CODES.has(code) && 'syscall' in error) || isConnectionError(error.cause);
}
