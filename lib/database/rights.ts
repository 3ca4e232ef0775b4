import { type ClientBase, DatabaseError } from 'pg';
import { DatabaseStartError } from './start-error';

const EXTENSIONS = ['unaccent', 'pg_trgm'];
const INSUFFICIENT = '42501';

type Owner = { role: string; owner: string | null; isOwner: boolean; canRead: boolean };

async function readOwner(client: ClientBase): Promise<Owner | undefined> {
  const { rows } = await client.query<Owner>(`
    SELECT current_user::text AS role, pg_get_userbyid(c.relowner)::text AS owner,
      coalesce(pg_has_role(c.relowner, 'USAGE'), true) AS "isOwner",
      coalesce(has_table_privilege(c.oid, 'SELECT'), true) AS "canRead"
    FROM (SELECT to_regclass('public._prisma_migrations') AS oid) found LEFT JOIN pg_class c ON c.oid = found.oid`);
  return rows[0];
}

/** Throws DatabaseStartError when the role cannot tell. */
export async function isMigrated(client: ClientBase): Promise<boolean> {
  const found = await readOwner(client);
  if (!found?.owner) return false;
  if (found.canRead) return true;
  throw new DatabaseStartError(
    `Le compte « ${found.role} » de DATABASE_URL ne peut pas lire les tables de « ${found.owner} » : donnez-lui les droits du site (.github/RUNNING.md).`,
  );
}

const sentenceOf = (role: string, extension: string | null, error: DatabaseError) => {
  if (extension === null) {
    return `Le compte « ${role} » de DATABASE_URL ne peut rien créer dans le schéma « public » de sa base : faites-en le propriétaire de la base, ou donnez-lui ce droit (GRANT CREATE ON SCHEMA public TO ${role}).`;
  }
  const reason = error.code === INSUFFICIENT ? '' : ` (${error.message.split('\n')[0]})`;
  return `Le compte « ${role} » de DATABASE_URL ne peut pas installer l’extension « ${extension} »${reason} : demandez à l’administrateur du serveur d’exécuter dans cette base « CREATE EXTENSION ${extension} SCHEMA public ».`;
};

/** And undone: no reading of privileges tells what a managed server allows. */
async function rehearse(client: ClientBase, role: string) {
  const steps: [extension: string | null, statement: string][] = [
    ...EXTENSIONS.map((name): [string, string] => [name, `CREATE EXTENSION IF NOT EXISTS ${name} SCHEMA public`]),
    [null, 'CREATE TABLE public._prisma_migrations_rehearsal ()'],
  ];
  await client.query('BEGIN');
  try {
    for (const [extension, statement] of steps) {
      await client.query(statement).catch((error: unknown) => {
        if (!(error instanceof DatabaseError)) throw error;
        throw new DatabaseStartError(sentenceOf(role, extension, error), { cause: error });
      });
    }
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Throws DatabaseStartError, having changed nothing. */
export async function refuseUnableRole(client: ClientBase): Promise<void> {
  const found = await readOwner(client);
  if (!found) return;
  const { role, owner, isOwner } = found;
  if (!isOwner) {
    throw new DatabaseStartError(
      `La base de DATABASE_URL attend une mise à niveau que son compte « ${role} » n’a pas le droit de faire : lancez d’abord « npm run migrate » avec le compte « ${owner} », à qui sont les tables.`,
    );
  }
  await rehearse(client, role);
}

/** Throws DatabaseStartError. The journal is never rewritten, and the list of migrations is its owner's. */
export async function refuseWithoutRights(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string; table: string; owner: string }>(`
    SELECT current_user::text AS role, c.relname::text AS table, pg_get_userbyid(c.relowner)::text AS owner
    FROM pg_class c JOIN pg_class mark ON mark.oid = to_regclass('public._prisma_migrations') AND mark.relowner = c.relowner
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND NOT (has_table_privilege(c.oid, 'SELECT') AND (c.oid = mark.oid OR has_table_privilege(c.oid, 'INSERT')
        AND has_table_privilege(c.oid, 'DELETE') AND (c.relname = 'audit_entry' OR has_table_privilege(c.oid, 'UPDATE'))))
    ORDER BY c.relname LIMIT 1`);
  for (const { role, table, owner } of rows) {
    throw new DatabaseStartError(
      `Le compte « ${role} » de DATABASE_URL n’a pas tous ses droits sur la table « ${table} » de « ${owner} » : donnez-lui ceux du site (.github/RUNNING.md).`,
    );
  }
}
