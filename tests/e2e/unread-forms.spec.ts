import fc from 'fast-check';
import { listBuiltActions } from '../support/office-actions';
import { postAsWritten } from '../support/office-visitor';
import { expect, test } from '../support/site';

const PART = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n';
const BODIES = ['', 'a', '--x', PART, `${PART}cut`, '--x\r\nno header\r\n\r\na\r\n--x--\r\n', '--y--\r\n'];
const TYPES = ['multipart/form-data', 'multipart/form-data; boundary=x', 'multipart/form-data; boundary='];
const PATHS = ['/', '/fabriques', '/vagues/vague-1', '/connexion', '/nulle-part'];

const written = fc.record({
  path: fc.constantFrom(...PATHS),
  type: fc.constantFrom(...TYPES),
  body: fc.oneof(fc.constantFrom(...BODIES), fc.string({ unit: 'binary' })),
});

test('a form that cannot be read is refused in French, and is no error of the site', async ({ baseURL }) => {
  const base = baseURL ?? '';
  for (const origin of [undefined, base])
    for (const body of BODIES) {
      const answer = await postAsWritten(base, '/connexion', { origin, 'content-type': TYPES[1] }, body);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toContain('Ce formulaire est arrivé incomplet');
      expect(answer.body).toContain('rien n’a été enregistré');
    }
  await fc.assert(
    fc.asyncProperty(written, async ({ path, type, body }) => {
      const answer = await postAsWritten(base, path, { 'content-type': type }, body);
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});

test('neither is one that a live page would send to an action', async ({ baseURL }) => {
  const base = baseURL ?? '';
  const id = (await listBuiltActions()).get('app/connexion/actions.ts#signIn');
  expect(id).toBeDefined();
  for (const type of [...TYPES, 'text/plain;charset=UTF-8'])
    for (const body of BODIES) {
      const headers = { origin: base, 'next-action': id, 'content-type': type };
      const answer = await postAsWritten(base, '/connexion', headers, body);
      expect([type, body, answer.status]).toEqual([type, body, 400]);
    }
});
