import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installErrorReporter, quietConsole } from '@/lib/cli/error-reports';

const kept = { ...console };
const printed: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  printed.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  quietConsole();
});
afterEach(() => Object.assign(console, kept));

const lose = () => process.stdout.emit('error', new Error('write EPIPE'));

function linesOf(print: () => void) {
  print();
  vi.runAllTimers();
  return printed.map((line) => {
    expect(line).toMatch(/^\{.*\}\n$/);
    return JSON.parse(line);
  });
}

it('an error that is printed leaves one line of JSON without its values', () => {
  expect(linesOf(() => console.error(' ⨯', new Error('no place named "jean dupont"'), { q: 'jean' }))).toMatchObject([
    { level: 'error', message: 'no place named "…"' },
  ]);
});

it('a warning in words leaves one line of JSON without the values beside it', () => {
  const [line] = linesOf(() =>
    console.warn(' \u001b[33m⚠\u001b[39m', '`origin` header with value `jean`\nis odd', 'jean'),
  );
  expect(line).toMatchObject({ level: 'warning', message: '"…" header with value "…"' });
});

it.each([
  ['who hangs up', Object.assign(new Error('aborted'), { code: 'ECONNRESET' })],
  ['whose form is of another version', new Error('Failed to find Server Action "abc". This request might be…')],
  ['who invents an action', new Error('The Server Reference ID did not match the expected format. Received "abc".')],
])('a reader %s leaves no line', (_, error) => {
  expect(linesOf(() => console.warn(error))).toEqual([]);
});

it('a lost connection of the site itself leaves a line', () => {
  const lost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  expect(linesOf(() => console.error(lost))).toHaveLength(1);
});

it('the loss of whoever reads the log is no error of the site', () => {
  // Other tests of this process may have installed it, or listen for themselves.
  process.stdout.removeAllListeners('error');
  expect(lose).toThrow('EPIPE');
  installErrorReporter();
  expect(lose).not.toThrow();
});
