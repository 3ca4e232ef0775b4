import { createHash } from 'node:crypto';
import { isFullDisk } from '@/lib/database/full-disk.mjs';
import { isReadersDoing } from '@/lib/undocumented/readers-errors';
import type { ErrorContext } from './error-reporter';

const LONGEST_MESSAGE = 300;
const FRAMES = 6;

const written = new WeakSet<object>();

const isDatabaseClientError = (name: string) => name.startsWith('Prisma');

/** What people typed is left out. */
export function sanitizeMessage(name: string, message: string): string {
  const lines = message
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  // Prisma repeats the whole query, values included, before its last line.
  const line = (isDatabaseClientError(name) ? lines.at(-1) : lines[0]) ?? '';
  return line
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|«[^»]*»|“[^”]*”/g, '"…"')
    .replace(/\S+@\S+/g, '…')
    .replace(/\b[a-z][a-z+]*:\/\/\S+/gi, '…')
    .replace(/\?\S+/g, '?…')
    .replace(/\d{5,}/g, '…')
    .slice(0, LONGEST_MESSAGE);
}

const framesOf = (stack: string | undefined) =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().slice(3).replaceAll(`${process.cwd()}/`, ''));

const textOf = (value: unknown, key: string) => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
};

const nameOf = (error: unknown) => textOf(error, 'name') ?? 'Error';

/** Next numbers the errors of pages only; the others get a number of their own, equal for equal errors. */
export const digestOf = (error: unknown, name = nameOf(error)): string =>
  textOf(error, 'digest') ??
  createHash('sha256')
    .update(`${name}\0${textOf(error, 'message')}\0${textOf(error, 'stack')}`)
    .digest('hex')
    .slice(0, 10);

export function errorLine(error: unknown, context: Partial<ErrorContext>, time: Date): string {
  const name = nameOf(error);
  return JSON.stringify({
    time: time.toISOString(),
    level: 'error',
    digest: digestOf(error, name),
    route: context.route,
    method: context.method,
    name,
    code: textOf(error, 'code'),
    // Prisma's code tells nothing of it.
    reason: isFullDisk(error) ? 'disque plein' : undefined,
    message: sanitizeMessage(name, textOf(error, 'message') ?? ''),
    stack: framesOf(textOf(error, 'stack')),
  });
}

export const warningLine = (text: string, time: Date): string =>
  JSON.stringify({ time: time.toISOString(), level: 'warning', message: sanitizeMessage('', text) });

export const isWritten = (error: object): boolean => written.has(error);

/** Once for each error however many layers report it; nothing for what the reader did. */
export function logUnexpectedError(error: unknown, context: Partial<ErrorContext> = {}): void {
  if (isReadersDoing({ name: nameOf(error), code: textOf(error, 'code'), message: textOf(error, 'message') })) return;
  if (typeof error === 'object' && error !== null) {
    if (isWritten(error)) return;
    written.add(error);
  }
  process.stdout.write(`${errorLine(error, context, new Date())}\n`);
}
