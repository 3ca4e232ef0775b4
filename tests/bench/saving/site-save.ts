import { hashPassword } from 'better-auth/crypto';
import type { ClientBase } from 'pg';
import { KEY_FIELD } from '@/lib/forms/form-state';
import { fieldOf, formFields, typedOver } from '@/tests/support/form-fields';
import { askOnce, enter, post } from '@/tests/support/office-visitor';

const EMAIL = 'mesure@exemple.fr';
const PASSWORD = 'girafe tambour lundi';

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

export type Saved = { milliseconds: number; bytes: number };

/** A save that does not give the next version throws: a refusal would be no measure. */
export async function openStructureForm(siteUrl: string, structureId: string) {
  const page = `/admin/structures/${structureId}`;
  const cookie = await enter(siteUrl, EMAIL, PASSWORD);
  let fields = formFields((await askOnce(siteUrl, page, { cookie })).body, 'structure');
  return async (name: string): Promise<Saved> => {
    const sent = typedOver(fields, { name, intention: 'enregistrer' });
    const began = performance.now();
    const { status, body } = await post(siteUrl + page, sent, { cookie });
    const milliseconds = performance.now() - began;
    if (status !== 200) throw new Error(`Saving answers ${status}`);
    fields = formFields(body, 'structure');
    const isNext = Number(fieldOf(fields, 'version')) === Number(fieldOf(sent, 'version')) + 1;
    if (!isNext || fieldOf(fields, KEY_FIELD) === fieldOf(sent, KEY_FIELD)) {
      const told = [...body.matchAll(/class="msg[^>]*>[^]{0,600}/g)].map(([message]) => message);
      throw new Error(`The save was refused: ${told.join('\n')}`);
    }
    return { milliseconds, bytes: Buffer.byteLength(body) };
  };
}
