import type { FormFields } from '@/tests/support/form-fields';
import type { Office } from './office-site';

/** Names that only the office holds: found in an answer, they came from there. */
export const DRAFT_NAME = 'Zinzolin inédit';
export const FUNDED_NAME = 'Zinzolin financé';
export const WAVE_NAME = 'Vague zinzoline';
export const WAVE = 'vague-zinzoline';
export const PREY_EMAIL = 'proie@exemple.fr';

export type Prey = {
  draft: string;
  erasable: string;
  batchId: string;
  userId: string;
  userNumber: number;
  read: (statement: string, ...values: unknown[]) => Promise<string>;
};

const insertStructure = (slug: string, name: string) => `
  INSERT INTO structure (slug, name, commune_code, department_code, region_code, territory)
  VALUES ('${slug}', '${name}', '59512', '', '', 'unknown') RETURNING id`;

const BATCH = `INSERT INTO audit_entry (origin, action, subject_kind, subject_id, before, after, batch_id)
  VALUES ('program', 'structure.saved', 'structure', $1, '{"territory":"rural","territoryBasis":"source","version":1}',
    '{"territory":"unknown","territoryBasis":null,"version":1}', gen_random_uuid()) RETURNING batch_id`;

export async function addPrey({ pool }: Office): Promise<Prey> {
  const read: Prey['read'] = async (statement, ...values) => {
    const { rows } = await pool.query<Record<string, unknown>>(statement, values);
    const [value] = Object.values(rows[0] ?? {});
    if (value === undefined || value === null) throw new Error(`Nothing is found by ${statement}`);
    return value instanceof Date ? value.toISOString() : String(value);
  };
  const draft = await read(insertStructure('zinzolin-inedit', DRAFT_NAME));
  const batched = await read(insertStructure('autre-zinzolin', FUNDED_NAME));
  const erasable = await read(insertStructure('zinzolin-vide', 'Le troisième inédit'));
  await pool.query(`INSERT INTO structure_source (structure_id, url, title) VALUES ($1, 'https://exemple.fr/', 'x')`, [
    draft,
  ]);
  await pool.query(`INSERT INTO award (structure_id, wave_id) VALUES ($1, 'vague-1')`, [draft]);
  await pool.query(
    `WITH award AS (INSERT INTO award (structure_id, wave_id) VALUES ($1, 'vague-1') RETURNING id)
     INSERT INTO instalment (award_id, purpose, year_of_aid, amount_euros, status)
       SELECT id, 'seed', 1, 10000, 'announced' FROM award`,
    [batched],
  );
  await pool.query(
    `INSERT INTO audit_entry (origin, action, subject_kind, subject_id, after)
     VALUES ('program', 'structure.created', 'structure', $1, $2)`,
    [draft, JSON.stringify({ name: DRAFT_NAME, version: 1 })],
  );
  await pool.query(
    `INSERT INTO wave (id, call_id, rank, label, short_label, announced_on_precision)
     SELECT $1, call_id, 77, $2, $2, 'day' FROM wave LIMIT 1`,
    [WAVE, WAVE_NAME],
  );
  const userId = await read(
    `INSERT INTO "user" (name, email, role, two_factor_enabled) VALUES ('Proie', $1, 'reader', true) RETURNING id`,
    PREY_EMAIL,
  );
  await pool.query(`INSERT INTO two_factor (user_id, secret, backup_codes, verified) VALUES ($1, 'x', 'x', true)`, [
    userId,
  ]);
  return {
    draft,
    erasable,
    batchId: await read(BATCH, batched),
    userId,
    userNumber: Number(await read('SELECT number FROM "user" WHERE id = $1', userId)),
    read,
  };
}

/** What only a granted request may change. Sessions are seen, refusals and failures counted, whoever asks. */
const KEPT =
  'structure structure_slug structure_source award instalment wave "user" account two_factor access_link audit_entry form_key'.split(
    ' ',
  );

export async function fingerprint({ pool }: Office): Promise<string> {
  const sums = KEPT.map((table) => `(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t)`);
  const { rows } = await pool.query<{ sum: string }>(`SELECT concat_ws(' ', ${sums.join(', ')}) AS sum`);
  return rows[0]?.sum ?? '';
}

export const EXTRA_FIELDS: FormFields = [
  ['slug', 'pris-de-force'],
  ['publishedAt', '2001-02-03T04:05:06Z'],
  ['archivedAt', '2001-02-03T04:05:06Z'],
  ['firstPublishedAt', '2001-02-03T04:05:06Z'],
  ['createdAt', '2001-02-03T04:05:06Z'],
  ['editorialNote', 'pris-de-force'],
  ['actorId', 'pris-de-force'],
  ['passwordHash', 'pris-de-force'],
  ['callId', 'pris-de-force'],
  ['regionCode', '11'],
  ['regionScope', '11'],
  ['coversFrance', 'true'],
  ['twoFactorEnabled', 'true'],
  ['__proto__', 'pris-de-force'],
  ['constructor', 'pris-de-force'],
];

export async function countForced({ pool }: Office): Promise<number> {
  const counts = KEPT.map(
    (table) => `(SELECT count(*) FROM ${table} t WHERE t::text LIKE '%pris-de-force%' OR t::text LIKE '%2001-02-03%')`,
  );
  const { rows } = await pool.query<{ count: string }>(`SELECT ${counts.join(' + ')} AS count`);
  return Number(rows[0]?.count);
}
