import { once } from 'node:events';
import http from 'node:http';
import { KEY_FIELD } from '@/lib/forms/form-state';
import { type FormFields, formFields, typedOver } from '@/tests/support/form-fields';
import { PASSWORD } from './office-site';

type Headers = Readonly<Record<string, string | undefined>>;
export type Answer = { status: number; headers: http.IncomingHttpHeaders; location: string; body: string };

/** A browser or a client library would tidy the path and add headers of its own. */
async function send(method: string, base: string, path: string, headers: Headers, body?: Buffer): Promise<Answer> {
  const { hostname, port } = new URL(base);
  const written = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  const length = body && { 'content-length': body.length };
  const request = http.request({ hostname, port, path, method, headers: { ...written, ...length }, agent: false });
  request.end(body);
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  const { 'x-action-redirect': toPage, location = toPage } = answer.headers;
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return { status: answer.statusCode ?? 0, headers: answer.headers, location: String(location ?? ''), body: text };
}

export const askOnce = (base: string, path: string, headers: Headers = {}, method = 'GET'): Promise<Answer> =>
  send(method, base, path, headers);

export const postAsWritten = (base: string, path: string, headers: Headers, body: string): Promise<Answer> =>
  send('POST', base, path, headers, Buffer.from(body));

/** Goes where it is sent: Next answers a request for a payload by its own `_rsc` address before it renders anything. */
export async function ask(base: string, path: string, headers: Headers = {}): Promise<Answer[]> {
  const answers = [await askOnce(base, path, headers)];
  for (let last = answers[0]; last?.location && answers.length < 6; last = answers.at(-1)) {
    const { origin, pathname, search } = new URL(last.location, base);
    if (origin !== base) throw new Error(`${path} leads to another site: ${last.location}`);
    answers.push(await askOnce(base, pathname + search, headers));
  }
  return answers;
}

export const contentOf = (answers: readonly { body: string }[]): string => answers.map(({ body }) => body).join('\n');

async function sent(url: string, given: FormData | string, headers: Headers): Promise<Answer> {
  const { origin, pathname, search } = new URL(url);
  const written = new Response(given);
  const type = { 'content-type': written.headers.get('content-type') ?? '' };
  return send(
    'POST',
    origin,
    pathname + search,
    { origin, ...type, ...headers },
    Buffer.from(await written.arrayBuffer()),
  );
}

/** From a page of the site unless the headers say otherwise. */
export async function post(url: string, fields: FormFields, headers: Headers = {}): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return sent(url, form, headers);
}

export const sendToAction = (url: string, action: string, args: string, headers: Headers = {}): Promise<Answer> =>
  sent(url, args, { 'next-action': action, ...headers });

const withKey = (fields: FormFields): FormFields => [[KEY_FIELD, crypto.randomUUID()], ...fields];

export const callAction = (url: string, action: string, fields: FormFields, headers: Headers = {}): Promise<Answer> =>
  post(
    url,
    [...withKey(fields).map(([name, value]): [string, string] => [`_1_${name}`, value]), ['0', '["$undefined","$K1"]']],
    { 'next-action': action, ...headers },
  );

export const postAction = (url: string, action: string, fields: FormFields, headers: Headers = {}): Promise<Answer> =>
  post(
    url,
    [
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', JSON.stringify({ id: action, bound: '$@1' })],
      ['$ACTION_1:1', '[null]'],
      ...withKey(fields),
    ],
    headers,
  );

const cookiesOf = ({ headers }: Answer): string =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.slice(0, cookie.indexOf(';'))).join('; ');

export async function doorFields(base: string, typed: Readonly<Record<string, string>>): Promise<FormFields> {
  return typedOver(formFields((await askOnce(base, '/connexion')).body, 'connexion'), typed);
}

export async function enter(base: string, email: string, password = PASSWORD): Promise<string> {
  const answer = await post(`${base}/connexion`, await doorFields(base, { email, password }));
  const cookies = cookiesOf(answer);
  if (answer.status !== 303 || cookies === '') throw new Error(`Signing in answers ${answer.status}`);
  return cookies;
}
