import { z } from 'zod';
import { addressRefusal } from './text/database-address';

export type MapTiles = { url: string; credit: string; origin: string };

/** What is absent is null; `siteUrl` has no trailing slash. */
export type Settings = {
  port: number;
  /** Null for every address of this machine. */
  host: string | null;
  /** Undefined asks the launcher for the embedded PostgreSQL, whose address it then sets. */
  databaseUrl: string | undefined;
  /** Where connections last when `databaseUrl` leads to a pooler; null when it leads to the server. */
  directDatabaseUrl: string | null;
  siteUrl: string;
  /** How many trusted proxies stand in front: 0 believes no forwarded header. */
  trustProxy: number;
  mapTiles: MapTiles | null;
  publisher: string | null;
  hosting: string | null;
  contactEmail: string | null;
  /** Of sessions and second factors. Undefined asks the launcher for the one kept with the embedded data. */
  authSecret: string | undefined;
  /** Without it, links are shown to whoever makes them. */
  smtpUrl: string | null;
  /** A geocoder that speaks as the Géoplateforme does; without it, communes alone are placed. */
  geocoderUrl: string | null;
  isSecondFactorRequired: boolean;
  isAccessLogged: boolean;
  /** How long a shared cache in front may give a public page without asking again. */
  sharedCacheSeconds: number;
};

/** Its message is one French sentence that names the setting. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const url = (value: string) => (URL.canParse(value) ? new URL(value) : null);
const databaseAddress = (name: string) =>
  z.string().superRefine((value, context) => {
    const message = addressRefusal(name, value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

const LISTENING = z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]);
const canonicalHost = (host: string) => (host.includes(':') ? new URL(`http://[${host}]`).hostname.slice(1, -1) : host);
const CALLED_LOCALHOST = new Set(['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost']);

const isSiteUrl = (value: string) => {
  const site = url(value);
  return (
    site !== null &&
    /^https?:$/.test(site.protocol) &&
    site.pathname === '/' &&
    !/[?#]/.test(value) &&
    site.username === ''
  );
};

/** The origin alone is let into the page's security policy, so it must not vary with the tile. */
const isTilesUrl = (value: string) => {
  const tiles = url(value);
  return (
    tiles !== null &&
    /^https?:$/.test(tiles.protocol) &&
    !/[{}*;,'"\s]|%7B/i.test(tiles.host) &&
    tiles.username === '' &&
    ['{z}', '{x}', '{y}'].every((part) => value.includes(part)) &&
    /^[^\s;,'"]+$/.test(value)
  );
};

/** Brackets keep the colons of an IPv6 address apart from the port's. */
export const originOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

const wholeNumber = (least: number, most: number, sentence: string) =>
  z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most, sentence)
    .transform(Number);

const line = (name: string) =>
  z
    .string()
    .max(500, `${name} tient en 500 caractères au plus.`)
    .refine((value) => !/\p{Cc}/u.test(value), `${name} tient sur une seule ligne, sans caractère de contrôle.`);

const variables = z.object({
  PORT: wholeNumber(1, 65535, 'PORT doit être un nombre entier de 1 à 65535.').default(3000),
  HOST: z
    .string()
    .refine(
      (value) => LISTENING.safeParse(value).success,
      'HOST doit être une adresse IP de cette machine, par exemple 127.0.0.1 pour elle seule, ou :: pour toutes les siennes.',
    )
    .transform(canonicalHost)
    .optional(),
  DATABASE_URL: databaseAddress('DATABASE_URL').optional(),
  DATABASE_LISTEN_URL: databaseAddress('DATABASE_LISTEN_URL').optional(),
  SITE_URL: z
    .string()
    .refine(
      isSiteUrl,
      'SITE_URL doit être l’adresse publique du site, sans chemin, par exemple https://fabriques.example.fr.',
    )
    .transform((value) => new URL(value).origin)
    .optional(),
  TRUST_PROXY: wholeNumber(
    0,
    10,
    'TRUST_PROXY doit être le nombre de serveurs mandataires placés devant le site, de 0 à 10.',
  ).default(0),
  MAP_TILES_URL: z
    .string()
    .refine(isTilesUrl, 'MAP_TILES_URL doit être une adresse http(s) d’un seul hôte qui contient {z}, {x} et {y}.')
    .optional(),
  MAP_TILES_CREDIT: line('MAP_TILES_CREDIT').optional(),
  PUBLISHER: line('PUBLISHER').optional(),
  HOSTING: line('HOSTING').optional(),
  CONTACT_EMAIL: z.email('CONTACT_EMAIL doit être une adresse de courriel, par exemple contact@example.fr.').optional(),
  AUTH_SECRET: z
    .string()
    .min(
      32,
      'AUTH_SECRET doit compter au moins 32 caractères tirés au hasard, par exemple ceux de « openssl rand -hex 32 ».',
    )
    .max(500, 'AUTH_SECRET tient en 500 caractères au plus.')
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (value) => /^smtps?:$/.test(url(value)?.protocol ?? '') && url(value)?.hostname !== '',
      'SMTP_URL doit être l’adresse d’un serveur de courriel, par exemple smtps://utilisateur:secret@smtp.example.fr.',
    )
    .optional(),
  GEOCODER_URL: z
    .string()
    .refine(
      (value) => /^https?:$/.test(url(value)?.protocol ?? '') && !/[?#]/.test(value),
      'GEOCODER_URL doit être l’adresse http(s) d’un géocodeur, par exemple https://data.geopf.fr/geocodage.',
    )
    .optional(),
  ADMIN_SECOND_FACTOR: z.literal('required', 'ADMIN_SECOND_FACTOR vaut « required », ou reste absent.').optional(),
  ACCESS_LOG: z.literal('1', 'ACCESS_LOG vaut « 1 », ou reste absent.').optional(),
  SHARED_CACHE_SECONDS: wholeNumber(
    0,
    86_400,
    'SHARED_CACHE_SECONDS doit être un nombre entier de secondes, de 0 à 86400.',
  ).default(0),
});

const defaultSiteUrl = ({ HOST: host, PORT: port }: { HOST?: string | undefined; PORT: number }) =>
  host === undefined || CALLED_LOCALHOST.has(host) ? `http://localhost:${port}` : originOf(host, port);

/** An empty variable counts as absent. Throws SettingsError for the first wrong one. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.keys(variables.shape).flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const read = variables.safeParse(given);
  if (!read.success) throw new SettingsError(read.error.issues[0]?.message ?? 'Un réglage est incorrect.');
  const { data } = read;
  if (data.MAP_TILES_CREDIT && !data.MAP_TILES_URL)
    throw new SettingsError('MAP_TILES_CREDIT ne sert qu’avec MAP_TILES_URL : donnez aussi l’adresse des tuiles.');
  if (data.DATABASE_LISTEN_URL && !data.DATABASE_URL)
    throw new SettingsError(
      'DATABASE_LISTEN_URL ne sert qu’avec DATABASE_URL : donnez aussi l’adresse du répartiteur.',
    );
  // A secret made here would be lost with this machine, and with it every second factor kept in that database.
  if (data.DATABASE_URL && !data.AUTH_SECRET) {
    throw new SettingsError(
      'AUTH_SECRET est nécessaire avec DATABASE_URL : au moins 32 caractères tirés au hasard, gardés d’un démarrage à l’autre.',
    );
  }
  const tilesOrigin = data.MAP_TILES_URL ? new URL(data.MAP_TILES_URL) : null;
  return {
    port: data.PORT,
    host: data.HOST ?? null,
    databaseUrl: data.DATABASE_URL,
    directDatabaseUrl: data.DATABASE_LISTEN_URL ?? null,
    siteUrl: data.SITE_URL ?? defaultSiteUrl(data),
    trustProxy: data.TRUST_PROXY,
    mapTiles:
      data.MAP_TILES_URL && tilesOrigin
        ? { url: data.MAP_TILES_URL, credit: data.MAP_TILES_CREDIT ?? tilesOrigin.host, origin: tilesOrigin.origin }
        : null,
    publisher: data.PUBLISHER ?? null,
    hosting: data.HOSTING ?? null,
    contactEmail: data.CONTACT_EMAIL ?? null,
    authSecret: data.AUTH_SECRET,
    smtpUrl: data.SMTP_URL ?? null,
    geocoderUrl: data.GEOCODER_URL ?? null,
    isSecondFactorRequired: data.ADMIN_SECOND_FACTOR === 'required',
    isAccessLogged: data.ACCESS_LOG === '1',
    sharedCacheSeconds: data.SHARED_CACHE_SECONDS,
  };
}

let settings: Settings | undefined;

export const getSettings = (): Settings => (settings ??= readSettings(process.env));

export function authSecret(): string {
  const secret = getSettings().authSecret;
  if (!secret) throw new Error('AUTH_SECRET is not set: start the program with npm start');
  return secret;
}

/** ISO instant; outside a build, now. */
export const getBuildTime = (): string => process.env.BUILD_TIME ?? new Date().toISOString();

/** The program of `components/enhancement`, written here by next.config.ts; outside a build, empty. */
export const getEnhancement = (): string => process.env.ENHANCEMENT ?? '';

/** The page's policy then lets React evaluate code. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';
