import { innerErrors } from '@/lib/undocumented/inner-errors.mjs';
import { ADAPTER_KINDS, DRIVER_MESSAGES, TRANSACTION_TOO_LATE } from '@/lib/undocumented/lost-connections';
import { HUNG_UP } from '@/lib/undocumented/readers-errors';

/** PostgreSQL's classes for a connection lost, refused, or closed by a server that stops, starts or has no room. */
const SERVER_CODES = /^(08\w{3}|28\w{3}|3D000|57P0[1-5]|53300)$/;
/** Met on sockets only, never on a file. */
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

const PRISMA_CODES = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1010',
  'P1011',
  'P1017',
  'P2024',
  'P2037',
]);
const PRISMA_TRANSACTION = 'P2028';

const text = (value: object, key: string): string => {
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : '';
};

/** Connecting met a system error, whichever it is; Prisma keeps nothing but the code of one that it does not know. */
const isOfConnecting = (value: object): boolean =>
  /^E[A-Z_]+$/.test(text(value, 'code')) &&
  (text(value, 'syscall') === 'connect' || text(value, 'name').startsWith('PrismaClient'));

function tells(value: object): boolean {
  const codes = [text(value, 'code'), text(value, 'originalCode')];
  const messages = [text(value, 'message'), text(value, 'originalMessage')];
  return (
    codes.some((code) => SERVER_CODES.test(code) || PRISMA_CODES.has(code)) ||
    codes.some((code) => SOCKET_CODES.has(code) && !messages.includes(HUNG_UP)) ||
    isOfConnecting(value) ||
    ADAPTER_KINDS.has(text(value, 'kind')) ||
    messages.some((message) => DRIVER_MESSAGES.test(message)) ||
    (codes.includes(PRISMA_TRANSACTION) && messages.some((message) => TRANSACTION_TOO_LATE.test(message)))
  );
}

export const isConnectionError = (error: unknown): boolean => innerErrors(error).some(tells);
