import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConnectionError } from '@/lib/database/connection-error';
import { DomainError } from '@/lib/errors';
import { ofAdapter, ofPrisma, ofServer, ofSystem, wrapped } from '../../support/wrapped-errors';

const LOST: unknown[] = [
  ofServer('57P01', 'terminating connection due to administrator command'),
  ofServer('57P02', 'terminating connection because of crash of another server process'),
  ofServer('57P03', 'the database system is starting up'),
  ofServer('57P05', 'terminating connection due to idle-session timeout'),
  ofServer('08006', 'connection failure'),
  ofServer('08P01', 'no more connections allowed'),
  ofServer('53300', 'sorry, too many clients already'),
  ofServer('3D000', 'database "fabriques" does not exist'),
  ofServer('28P01', 'password authentication failed'),
  ...['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT', 'EACCES', 'EMFILE'].map((code) =>
    ofSystem(code, 'connect'),
  ),
  ofSystem('ECONNRESET', 'read'),
  ofSystem('EPIPE', 'write'),
  ofSystem('EAI_AGAIN', 'getaddrinfo'),
  // Both addresses of « localhost »: the code stands there without the call that met it.
  Object.assign(new AggregateError([ofSystem('ECONNREFUSED', 'connect')]), { code: 'ECONNREFUSED' }),
  new AggregateError([new Error('of another address'), ofSystem('ENETUNREACH', 'connect')]),
  ...[
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
  ].map((message) => new Error(message)),
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024'].map((code) => ofPrisma(code, 'Server has closed the connection.')),
  ofPrisma('P2028', 'Transaction API error: Unable to start a transaction in the given time.'),
  ofPrisma('P2028', 'Transaction API error: A query cannot be executed on an expired transaction. The timeout…'),
  ofPrisma('P2010', 'Raw query failed.', { driverAdapterError: ofAdapter({ kind: 'ConnectionClosed' }) }),
  ofPrisma('P2039', 'Database error.', {
    driverAdapterError: ofAdapter({ kind: 'postgres', code: '57P01', originalCode: '57P01' }),
  }),
  // Prisma knows neither of these two, and keeps their code alone.
  ofPrisma('EPIPE', 'write EPIPE'),
  ofPrisma('ENOENT', 'connect ENOENT /run/postgresql/.s.PGSQL.5432'),
  // A COMMIT that gets no answer.
  ofAdapter({ kind: 'ConnectionClosed' }),
  ofAdapter({ kind: 'DatabaseNotReachable', host: '127.0.0.1', port: 5432 }),
  ofAdapter({ kind: 'TooManyConnections', originalCode: '53300' }),
];

const OTHERS: unknown[] = [
  ...[
    ['42P01', 'relation "structure" does not exist'],
    ['42703', 'column "x" does not exist'],
    ['23505', 'duplicate key value violates unique constraint'],
    ['22P02', 'invalid input syntax for type integer: "Connection terminated"'],
    ['40001', 'could not serialize access'],
    ['57014', 'canceling statement due to statement timeout'],
    ['53100', 'could not extend file: No space left on device'],
    ['25P02', 'current transaction is aborted'],
  ].map(([code = '', message = '']) => ofServer(code, message)),
  ofSystem('ENOENT', 'open'),
  ofSystem('EACCES', 'open'),
  ofSystem('ENOSPC', 'write'),
  Object.assign(new Error('aborted'), { code: 'ECONNRESET' }),
  new AggregateError([new Error('one'), new Error('two')]),
  new TypeError('Cannot read properties of undefined'),
  new DomainError('structure-incomplete'),
  ofPrisma('P2002', 'Unique constraint failed', {
    driverAdapterError: ofAdapter({ kind: 'UniqueConstraintViolation', originalCode: '23505' }),
  }),
  ofPrisma('P2025', 'No record was found for an update.'),
  ofPrisma('P2028', 'Transaction API error: Transaction already closed: A query cannot be executed on a committed…'),
  undefined,
  null,
  'Connection terminated',
  57,
];

describe('a connection error', () => {
  it.each(LOST.map((error) => [String(error), error]))('is %s', (_, error) => {
    expect(isConnectionError(error)).toBe(true);
  });

  it('is told in whatever holds it, however deep', () => {
    fc.assert(
      fc.property(wrapped(LOST), (error) => {
        expect(isConnectionError(error)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is neither what a database that answers refuses, nor what a reader or a file does', () => {
    for (const error of OTHERS) expect([error, isConnectionError(error)]).toEqual([error, false]);
    fc.assert(
      fc.property(wrapped(OTHERS), (error) => {
        expect(isConnectionError(error)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
