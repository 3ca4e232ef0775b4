import type { Client } from 'pg';
import { DatabaseStartError } from './start-error';

type Refused = { code: string; message: string };
type Names = Pick<Client, 'host' | 'port' | 'database' | 'user'>;
type Sentence = (setting: string, names: Names, refused: Refused) => string;

export const poolerSentence = (setting: string): string =>
  setting === 'DATABASE_URL'
    ? 'DATABASE_URL mène à un répartiteur de connexions (PgBouncer ou semblable), où une connexion ne garde pas ce qu’elle demande : ajoutez DATABASE_LISTEN_URL, l’adresse du serveur PostgreSQL lui-même.'
    : `${setting} mène à un répartiteur de connexions (PgBouncer ou semblable) : donnez-y l’adresse du serveur PostgreSQL lui-même.`;

const isUnanswered: Sentence = (setting, { host }) =>
  `L’hôte « ${host} » indiqué par ${setting} ne répond pas : vérifiez son adresse, qu’il est allumé et qu’aucun pare-feu ne l’isole.`;
const isUnknownHost: Sentence = (setting, { host }) =>
  `L’hôte « ${host} » indiqué par ${setting} est introuvable : vérifiez son nom.`;

const BY_CODE: Record<string, Sentence> = {
  '28P01': (setting, { user }) =>
    `Le serveur refuse le mot de passe que ${setting} donne au compte « ${user} » : corrigez-le (un signe réservé s’y écrit en %XX, # par exemple en %23).`,
  '28000': (setting, { user }, { message }) =>
    `Le serveur indiqué par ${setting} refuse le compte « ${user} » (${message}) : créez ce compte, ou ouvrez-lui l’accès dans pg_hba.conf ; s’il exige TLS, ajoutez « sslmode=verify-full » à l’adresse.`,
  '3D000': (setting, { database }) =>
    `La base « ${database} » indiquée par ${setting} n’existe pas sur ce serveur : créez-la (CREATE DATABASE ${database} ENCODING 'UTF8' TEMPLATE template0), ou corrigez l’adresse.`,
  '42501': (setting, { user, database }) =>
    `Le compte « ${user} » n’a pas le droit d’entrer dans la base « ${database} » indiquée par ${setting} : donnez-le-lui (GRANT CONNECT ON DATABASE ${database} TO ${user}).`,
  '53300': (setting) =>
    `Le serveur indiqué par ${setting} n’a plus de connexion libre : arrêtez ce qui en occupe, ou relevez max_connections.`,
  ECONNREFUSED: (setting, { host, port }) =>
    `Aucun PostgreSQL n’écoute à ${host}:${port}, l’adresse indiquée par ${setting} : démarrez-le, ou corrigez l’hôte et le port.`,
  ENOENT: (setting, { host }) =>
    `Aucun PostgreSQL n’écoute dans le dossier ${host} indiqué par ${setting} : démarrez-le, ou corrigez l’adresse.`,
  ENOTFOUND: isUnknownHost,
  EAI_AGAIN: isUnknownHost,
  ETIMEDOUT: isUnanswered,
  EHOSTUNREACH: isUnanswered,
  ENETUNREACH: isUnanswered,
};

/** Errors without a code of PostgreSQL; the text is « code message ». */
const BY_TEXT: [RegExp, Sentence][] = [
  [/unsupported startup parameter|command-line options/, poolerSentence],
  [/timeout expired|Connection terminated/, isUnanswered],
  [
    /client password must be/,
    (setting, { user }) =>
      `Le serveur demande un mot de passe et ${setting} n’en donne pas : écrivez-le dans l’adresse, après « ${user}: ».`,
  ],
  [
    /does not support SSL/,
    (setting) => `Le serveur indiqué par ${setting} ne parle pas TLS : retirez « sslmode » de l’adresse.`,
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/,
    (setting, _, { code }) =>
      `Le certificat du serveur indiqué par ${setting} n’est pas reconnu (${code}) : donnez celui de son autorité avec « sslrootcert=/chemin/ca.pem » dans l’adresse, ou chiffrez sans vérifier avec « sslmode=no-verify ».`,
  ],
];

const read = (error: unknown): Refused => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : '',
  message: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '',
});

export function connectionRefusal(error: unknown, setting: string, names: Names): DatabaseStartError {
  const refused = read(error);
  const { code, message } = refused;
  const sentence = BY_TEXT.find(([text]) => text.test(`${code} ${message}`))?.[1] ?? BY_CODE[code];
  return new DatabaseStartError(
    sentence?.(setting, names, refused) ??
      `La base de données indiquée par ${setting} ne répond pas ou refuse la connexion (${message || code}).`,
    { cause: error },
  );
}
