import type { ClientBase } from 'pg';
import { poolerSentence } from './connection-refusal';
import { DatabaseStartError } from './start-error';

const OLDEST_SERVER = 150_000;

export type ServerFacts = {
  number: number;
  version: string;
  encoding: string;
  isReadOnly: boolean;
  /** Null when the role may enter none of those asked for. */
  schema: string | null;
  hasFrenchOrder: boolean;
  misplacedExtension: string | null;
  hasItsSettings: boolean;
  database: string;
  role: string;
};

const FACTS = `
  SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
    current_setting('server_encoding') AS encoding,
    pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS "isReadOnly",
    current_schema()::text AS schema,
    EXISTS (SELECT FROM pg_collation WHERE collname = 'fr-x-icu') AS "hasFrenchOrder",
    (SELECT min(extname)::text FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace
      WHERE extname IN ('unaccent', 'pg_trgm') AND nspname <> 'public') AS "misplacedExtension",
    (SELECT source = 'client' FROM pg_settings WHERE name = 'plan_cache_mode') AS "hasItsSettings",
    current_database()::text AS database, current_user::text AS role`;

export function unfitness(facts: ServerFacts, setting: string): string | null {
  const { database, role, schema, misplacedExtension } = facts;
  const base = `La base « ${database} » indiquée par ${setting}`;
  if (facts.number < OLDEST_SERVER) {
    return `La base indiquée par ${setting} tourne sous PostgreSQL ${facts.version.split(' ')[0]} : il faut PostgreSQL 15 ou plus récent.`;
  }
  if (!facts.hasItsSettings) return poolerSentence(setting);
  if (facts.isReadOnly) {
    return `${base} est en lecture seule : donnez l’adresse du serveur principal, ou retirez default_transaction_read_only à la base et au compte « ${role} ».`;
  }
  if (facts.encoding !== 'UTF8') {
    return `${base} est en ${facts.encoding} et perdrait des lettres : donnez-en une en UTF8 (CREATE DATABASE fabriques ENCODING 'UTF8' TEMPLATE template0).`;
  }
  if (!facts.hasFrenchOrder) {
    return `Le serveur indiqué par ${setting} n’a pas l’ordre alphabétique français « fr-x-icu » : il faut un PostgreSQL construit avec ICU, comme ceux des distributions et des hébergeurs.`;
  }
  if (schema === null) {
    return `Le compte « ${role} » ne peut pas entrer dans le schéma « public » de la base « ${database} » indiquée par ${setting} : donnez-le-lui (GRANT USAGE ON SCHEMA public TO ${role}), ou créez-le s’il manque (CREATE SCHEMA public).`;
  }
  if (schema !== 'public') {
    return `${setting} demande le schéma « ${schema} », et le site vit dans le schéma « public » : retirez « search_path » de l’adresse, et donnez au site une base à lui.`;
  }
  if (misplacedExtension !== null) {
    return `${base} a l’extension « ${misplacedExtension} » dans un autre schéma que « public », où le site la cherche : déplacez-la (ALTER EXTENSION ${misplacedExtension} SET SCHEMA public).`;
  }
  return null;
}

/** Writes nothing. Throws DatabaseStartError for the first thing that the site lacks there. */
export async function refuseUnfitDatabase(client: ClientBase, setting: string): Promise<void> {
  const { rows } = await client.query<ServerFacts>(FACTS);
  for (const facts of rows) {
    const sentence = unfitness(facts, setting);
    if (sentence !== null) throw new DatabaseStartError(sentence);
  }
}
