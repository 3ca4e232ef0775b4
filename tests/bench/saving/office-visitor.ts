import { hashPassword } from 'better-auth/crypto';
import type { ClientBase } from 'pg';
import { KEY_FIELD } from '@/lib/forms/form-state';
import { type FormFields, fieldOf, formFields, typedOver } from './form-fields';

const EMAIL = 'mesure@exemple.fr';
const PASSWORD = 'girafe tambour lundi';

/** An administrator for the measure alone. Returns its id. */
export async function addAdministrator(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "user" (name, email, email_verified, role) VALUES ('Mesure', $1, true, 'administrator') RETURNING id`,
    [EMAIL],
  );
  const id = rows[0]?.id ?? '';
  await client.query(
    `INSERT INTO account (account_id, provider_id, user_id, password) VALUES ($1, 'credential', $1, $2)`,
    [id, await hashPassword(PASSWORD)],
  );
  return id;
}

/** Sends a form as a browser without JavaScript does: all its fields as multipart, and where it comes from. */
function post(url: string, fields: FormFields, cookie: string): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    // Uncompressed, as the other measures ask for.
    headers: { origin: new URL(url).origin, 'accept-encoding': 'identity', ...(cookie && { cookie }) },
  });
}

/** Signs in by the form of the door. Returns the cookies of the session. */
export async function signIn(siteUrl: string): Promise<string> {
  const door = `${siteUrl}/connexion`;
  const fields = formFields(await (await fetch(door)).text(), 'connexion');
  const answer = await post(door, typedOver(fields, { email: EMAIL, password: PASSWORD }), '');
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.slice(0, cookie.indexOf(';')));
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`Signing in answers ${answer.status}`);
  return cookies.join('; ');
}

/** One save: how long it took, and how much of an answer came back. */
export type Saved = { milliseconds: number; bytes: number };

/**
 * Saves a structure under one name after another, each time with the form of the page that answered the time before, its
 * own version and its own one-time key. A save that does not give the next version throws: a refusal would be no measure.
 */
export async function openStructureForm(siteUrl: string, structureId: string, cookie: string) {
  const address = `${siteUrl}/admin/structures/${structureId}`;
  let fields = formFields(await (await fetch(address, { headers: { cookie } })).text(), 'structure');
  return async (name: string): Promise<Saved> => {
    const sent = typedOver(fields, { name, intention: 'enregistrer' });
    const began = performance.now();
    const answer = await post(address, sent, cookie);
    const html = await answer.text();
    const milliseconds = performance.now() - began;
    if (answer.status !== 200) throw new Error(`Saving answers ${answer.status}`);
    fields = formFields(html, 'structure');
    const isNext = Number(fieldOf(fields, 'version')) === Number(fieldOf(sent, 'version')) + 1;
    if (!isNext || fieldOf(fields, KEY_FIELD) === fieldOf(sent, KEY_FIELD)) {
      throw new Error(`The save was refused: ${/class="msg[^>]*>[\s\S]{0,400}/.exec(html)?.[0] ?? ''}`);
    }
    return { milliseconds, bytes: Buffer.byteLength(html) };
  };
}
