import { APIError } from 'better-auth/api';
import fc from 'fast-check';
import { DatabaseError } from 'pg';
import { Prisma } from '@/prisma/generated/client';

export const ofServer = (code: string, message: string) =>
  Object.assign(new DatabaseError(message, message.length, 'error'), { code, severity: 'FATAL' });
export const ofSystem = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall, errno: -1 });
export const ofPrisma = (code: string, message: string, meta?: Record<string, unknown>) =>
  new Prisma.PrismaClientKnownRequestError(`\nInvalid \`prisma.user.findFirst()\` invocation:\n\n\n${message}`, {
    code,
    clientVersion: '7',
    ...(meta && { meta }),
  });
export const ofAdapter = (cause: Record<string, unknown>) =>
  Object.assign(new Error(String(cause.kind)), { name: 'DriverAdapterError', cause });

const WRAPPERS: ((inside: unknown) => unknown)[] = [
  (cause) => new Error('Failed', { cause }),
  (inside) => new AggregateError([new Error('first'), inside], 'Both failed'),
  (cause) => APIError.from('INTERNAL_SERVER_ERROR', { code: 'X', message: 'Failed to get session' }, { cause }),
  (inside) => ofPrisma('P2010', 'Raw query failed.', { driverAdapterError: inside }),
  (cause) => {
    const itself = new Error('Holds itself', { cause });
    return new AggregateError([itself, Object.assign(itself, { errors: [itself] })]);
  },
];

export const wrapped = (errors: unknown[]) =>
  fc
    .tuple(fc.constantFrom(...errors), fc.array(fc.constantFrom(...WRAPPERS), { maxLength: 4 }))
    .map(([error, wrappers]) => wrappers.reduce((inside, wrap) => wrap(inside), error));
