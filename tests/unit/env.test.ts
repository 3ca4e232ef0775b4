import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '@/lib/env';

const refusal = (env: Record<string, string>) => {
  try {
    readSettings(env);
  } catch (error) {
    return error instanceof SettingsError ? error.message : error;
  }
  return 'accepted';
};

describe('the settings', () => {
  it('are all optional', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: null,
      databaseUrl: undefined,
      directDatabaseUrl: null,
      siteUrl: 'http://localhost:3000',
      trustProxy: 0,
      mapTiles: null,
      publisher: null,
      hosting: null,
      contactEmail: null,
      authSecret: undefined,
      smtpUrl: null,
      geocoderUrl: null,
      isSecondFactorRequired: false,
      isAccessLogged: false,
      sharedCacheSeconds: 0,
    });
  });

  it.each([
    ['127.0.0.1', 'http://localhost:4010'],
    ['0.0.0.0', 'http://localhost:4010'],
    ['0:0:0:0:0:0:0:0', 'http://localhost:4010'],
    ['::1', 'http://localhost:4010'],
    ['localhost', 'http://localhost:4010'],
    ['192.0.2.7', 'http://192.0.2.7:4010'],
    ['2001:DB8::7', 'http://[2001:db8::7]:4010'],
  ])('follow in the default address of the site the one that it listens on: %s', (HOST, siteUrl) => {
    expect(readSettings({ HOST, PORT: '4010' }).siteUrl).toBe(siteUrl);
  });

  it('follow the port in the default address of the site', () => {
    expect(readSettings({ PORT: '4010' }).siteUrl).toBe('http://localhost:4010');
  });

  it('keep the address of the site without a trailing slash', () => {
    expect(readSettings({ SITE_URL: 'https://fabriques.example.fr/' }).siteUrl).toBe('https://fabriques.example.fr');
  });

  it.each(['0', '60', '86400'])('keep a page in a shared cache from not at all to one day: %s', (seconds) => {
    expect(readSettings({ SHARED_CACHE_SECONDS: seconds }).sharedCacheSeconds).toBe(Number(seconds));
  });

  it('count an empty or blank variable as absent', () => {
    expect(readSettings({ PORT: '', CONTACT_EMAIL: '  ', DATABASE_URL: '' })).toEqual(readSettings({}));
  });

  it('name the one origin that tiles come from, and credit its host when no credit is given', () => {
    const url = 'https://data.geopf.fr/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}';
    const mapTiles = { url, credit: 'data.geopf.fr', origin: 'https://data.geopf.fr' };
    expect(readSettings({ MAP_TILES_URL: url }).mapTiles).toEqual(mapTiles);
    expect(readSettings({ MAP_TILES_URL: url, MAP_TILES_CREDIT: '© IGN' }).mapTiles?.credit).toBe('© IGN');
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['HOST', 'machine.example.fr'],
    ['HOST', '127.0.0.1:3000'],
    ['HOST', '256.0.0.1'],
    ['HOST', '::g'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_LISTEN_URL', 'localhost:5432'],
    ['DATABASE_URL', 'localhost:5432'],
    ['SITE_URL', 'fabriques.example.fr'],
    ['SITE_URL', 'ftp://fabriques.example.fr'],
    ['SITE_URL', 'https://fabriques.example.fr/annuaire'],
    ['SITE_URL', 'https://fabriques.example.fr?x=1'],
    ['SITE_URL', 'https://user:secret@fabriques.example.fr'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '-1'],
    ['TRUST_PROXY', '11'],
    ['MAP_TILES_URL', 'https://tiles.example.fr/{z}/{x}.png'],
    ['MAP_TILES_URL', 'https://{s}.tiles.example.fr/{z}/{x}/{y}.png'],
    ['MAP_TILES_URL', "https://tiles.example.fr/{z}/{x}/{y}.png; script-src 'unsafe-inline'"],
    ['MAP_TILES_URL', 'javascript:{z}{x}{y}'],
    ['MAP_TILES_CREDIT', 'x'.repeat(501)],
    ['PUBLISHER', 'one\u0000two'],
    ['HOSTING', 'one\ntwo'],
    ['CONTACT_EMAIL', 'nobody'],
    ['AUTH_SECRET', 'x'.repeat(31)],
    ['SMTP_URL', 'smtp.example.fr'],
    ['SMTP_URL', 'https://smtp.example.fr'],
    ['GEOCODER_URL', 'data.geopf.fr'],
    ['GEOCODER_URL', 'ftp://data.geopf.fr/'],
    ['GEOCODER_URL', 'https://data.geopf.fr/geocodage?q='],
    ['ADMIN_SECOND_FACTOR', 'yes'],
    ['ACCESS_LOG', 'true'],
    ['SHARED_CACHE_SECONDS', '-1'],
    ['SHARED_CACHE_SECONDS', '86401'],
    ['SHARED_CACHE_SECONDS', '1.5'],
    ['SHARED_CACHE_SECONDS', '60s'],
    ['SHARED_CACHE_SECONDS', '1e3'],
  ])('refuse a wrong value in one French sentence that names the setting: %s', (name, value) => {
    const sentence = refusal({ [name]: value });
    expect(sentence).toMatch(new RegExp(`^${name} (doit être|doit compter|tient|vaut) .*\\.$`));
    expect(sentence).not.toContain('\n');
  });

  it.each([
    'postgresql://u@/db?host=/var/run/postgresql',
    'postgresql://u:p@/db?host=/var/run/postgresql',
    'postgresql:///db?host=/tmp',
    'postgres://u:p@db.example.fr:5433/db?sslmode=require',
  ])('take the address of a database as PostgreSQL writes it: %s', (address) => {
    expect(readSettings({ DATABASE_URL: address, AUTH_SECRET: 'x'.repeat(32) }).databaseUrl).toBe(address);
  });

  it('refuse a credit for tiles that are not there', () => {
    expect(refusal({ MAP_TILES_CREDIT: '© IGN' })).toMatch(/^MAP_TILES_CREDIT ne sert qu’avec MAP_TILES_URL.*\.$/);
  });

  it('refuse a way around a pooler that is not there', () => {
    expect(refusal({ DATABASE_LISTEN_URL: 'postgresql://host/base' })).toMatch(
      /^DATABASE_LISTEN_URL ne sert qu’avec DATABASE_URL.*\.$/,
    );
  });

  it('ask for a secret of the operator with a database of the operator', () => {
    const database = { DATABASE_URL: 'postgresql://host/base' };
    expect(refusal(database)).toMatch(/^AUTH_SECRET est nécessaire avec DATABASE_URL.*\.$/);
    expect(refusal({ ...database, AUTH_SECRET: 'x'.repeat(32) })).toBe('accepted');
  });

  it('never repeat the password of a database in the sentence that refuses it', () => {
    expect(refusal({ DATABASE_URL: 'postgres//user:hunter2@host/base' })).not.toContain('hunter2');
  });
});
