import { describe, expect, it, vi } from 'vitest';
import { errorLine, logUnexpectedError, sanitizeMessage } from '@/lib/http/error-log';

const time = new Date('2026-11-23T10:00:00Z');
const line = (error: unknown) => JSON.parse(errorLine(error, { route: '/fabriques/[slug]', method: 'GET' }, time));

describe('the line that an unexpected error leaves', () => {
  it('is JSON with the digest that the reader sees, the route and the method', () => {
    const error = Object.assign(new TypeError('boom'), { digest: '1066902330' });
    expect(line(error)).toMatchObject({
      time: '2026-11-23T10:00:00.000Z',
      level: 'error',
      digest: '1066902330',
      route: '/fabriques/[slug]',
      method: 'GET',
      name: 'TypeError',
      message: 'boom',
    });
    expect(errorLine(error, {}, time)).not.toContain('\n');
  });

  it('says that the disk is full, whatever hides the code of it', () => {
    const hidden = Object.assign(new Error('Database error'), {
      code: 'P2039',
      meta: { driverAdapterError: { cause: { originalCode: '53100' } } },
    });
    expect(line(hidden)).toMatchObject({ code: 'P2039', reason: 'disque plein' });
    expect(line(new Error('boom'))).not.toHaveProperty('reason');
  });

  it('numbers an error that Next did not, the same for the same error', () => {
    const error = new Error('boom');
    expect(line(error).digest).toMatch(/^[0-9a-f]{10}$/);
    expect(line(error).digest).toBe(line(error).digest);
  });

  it.each([
    ['Error', 'invalid input syntax for type integer: "jean dupont"'],
    ['Error', "no row for 'jean dupont'"],
    ['Error', 'mail of jean.dupont@example.fr refused'],
    ['Error', 'cannot fetch https://example.fr/fabriques?q=jean'],
    ['Error', 'no page /fabriques?q=jean&page=2'],
    ['Error', 'telephone 0612345678 is taken'],
    [
      'PrismaClientKnownRequestError',
      '\nInvalid `db.structure.findMany()` invocation:\n\n{ where: { name: jean dupont } }\n\nTimed out.',
    ],
  ])('holds nothing that a person typed: %s %s', (name, message) => {
    expect(sanitizeMessage(name, message)).not.toMatch(/jean|0612345678/);
  });

  it('accepts whatever was thrown', () => {
    for (const thrown of [undefined, null, 'text', 42, {}, { message: 7 }]) expect(line(thrown).level).toBe('error');
  });

  it('is written once, however many layers report the same error', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const error = new Error('boom');
    logUnexpectedError(error, { route: '/', method: 'GET' });
    logUnexpectedError(error);
    expect(write).toHaveBeenCalledOnce();
  });
});
