import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { freePort } from '@/lib/cli/port';
import { databaseAt, withClient } from '@/lib/cli/scratch';
import { TEST_SECRET } from '../support/launcher';
import { dropDatabase, onServer, ROOT } from '../support/templates';

let made = 0;
let name: string;
/** The database as the administrator of the server reaches it. */
let url: string;
/** The same as the role that an operator gives the site. */
let asRole: string;

const as = (role: string, password = 'secret', database = name) => {
  const address = new URL(databaseAt(url, database));
  Object.assign(address, { username: role, password });
  return address.href;
};
const inDatabase = (statements: string) => withClient(url, (client) => client.query(statements));

async function makeDatabase(options = '') {
  await onServer(inject('databaseServer'), `CREATE DATABASE ${name} ${options}`);
}

beforeEach(async () => {
  made += 1;
  name = `test_${process.pid}_preflight_${made}`;
  url = databaseAt(inject('databaseServer'), name);
  asRole = as(name);
  await onServer(url, `CREATE ROLE ${name} LOGIN PASSWORD 'secret'`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await dropDatabase(url);
  await onServer(url, `DROP ROLE ${name}`);
});

const at = (change: Partial<URL>) => Object.assign(new URL(url), change).href;

async function prepare(address: string): Promise<unknown> {
  vi.resetModules();
  Object.assign(process.env, { DATABASE_URL: address, AUTH_SECRET: TEST_SECRET });
  // A minute passes between any two looks at the clock: what waiting may mend is waited for no longer.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 61_000;
    return now;
  });
  const { prepareDatabase } = await import('@/lib/cli/prepare-database');
  return prepareDatabase(ROOT, address, new AbortController().signal).then(
    () => 'prepared',
    (error: unknown) =>
      error instanceof Error && /^(DatabaseStartError|PassingTrouble)$/.test(error.name) ? error.message : error,
  );
}

const literally = (word: string) => word.replaceAll(/[()[\].*+?^$|\\]/g, String.raw`\$&`);
const refusalWith = (...words: string[]) =>
  new RegExp(
    `^(?!.*secret)${words.map((word) => `(?=.*${literally(word)})`).join('')}[^\\n]*DATABASE_URL[^\\n]* : [^\\n]+\\.$`,
  );
const relations = async () => (await inDatabase('SELECT oid FROM pg_class ORDER BY oid')).rows;

describe('a database where the site cannot live is refused, untouched', () => {
  it.each<[kind: string, options: string, statements: string, words: string[]]>([
    ['whose role may not install extensions', '', '', ['CREATE EXTENSION unaccent SCHEMA public']],
    [
      'whose role may not create in the schema public',
      '',
      'CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm',
      ['GRANT CREATE ON SCHEMA public'],
    ],
    [
      'whose host allows no such extension',
      '',
      `GRANT ALL ON SCHEMA public TO PUBLIC; ALTER DATABASE :name OWNER TO :name;
       CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not allow-listed'; END $$;
       CREATE EVENT TRIGGER allow_list ON ddl_command_start WHEN TAG IN ('CREATE EXTENSION') EXECUTE FUNCTION refuse()`,
      ['CREATE EXTENSION unaccent SCHEMA public', 'not allow-listed'],
    ],
    [
      'whose extension lives in another schema',
      '',
      'CREATE SCHEMA extensions; CREATE EXTENSION unaccent SCHEMA extensions',
      ['ALTER EXTENSION unaccent SET SCHEMA public'],
    ],
    [
      'whose text is in LATIN1',
      `ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
      '',
      ['LATIN1', `ENCODING 'UTF8'`],
    ],
    [
      'which is read-only',
      '',
      'ALTER DATABASE :name SET default_transaction_read_only = on',
      ['lecture seule', 'default_transaction_read_only'],
    ],
    ['whose schema is closed', '', 'REVOKE ALL ON SCHEMA public FROM PUBLIC', ['GRANT USAGE ON SCHEMA public']],
    ['without the schema public', '', 'DROP SCHEMA public', ['CREATE SCHEMA public']],
    ['which its role may not enter', '', 'REVOKE CONNECT ON DATABASE :name FROM PUBLIC', ['GRANT CONNECT ON DATABASE']],
  ])('one %s', async (_, options, statements, words) => {
    await makeDatabase(options);
    await inDatabase(statements.replaceAll(':name', name) || 'SELECT 1');
    const before = await relations();
    expect(await prepare(asRole)).toMatch(refusalWith(...words));
    expect(await relations()).toEqual(before);
  });

  it('one whose address asks for another schema', async () => {
    await makeDatabase();
    await inDatabase('CREATE SCHEMA mine');
    const before = await relations();
    expect(await prepare(`${url}?options=-c%20search_path%3Dmine`)).toMatch(refusalWith('mine', 'search_path'));
    expect(await relations()).toEqual(before);
  });
});

describe('an address that leads nowhere is refused in one sentence', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  async function host(serve: Parameters<typeof createServer>[1] & object) {
    const port = await freePort();
    servers.push(createServer(serve).listen(port, '127.0.0.1'));
    return at({ port: String(port) });
  }
  const cases: [kind: string, address: () => string | Promise<string>, words: string[]][] = [
    ['a wrong password', () => as(name, 'hunter2'), ['mot de passe', '%23']],
    ['no password', () => at({ password: '' }), ['demande un mot de passe']],
    ['a role that is not there', () => as('nobody_here'), ['« nobody_here »']],
    ['a database that is not there', () => as(name, 'secret', 'nowhere'), ['« nowhere »', 'CREATE DATABASE nowhere']],
    ['a host without such a name', () => at({ hostname: 'nowhere.invalid' }), ['nowhere.invalid', 'introuvable']],
    ['a port where nothing listens', async () => at({ port: String(await freePort()) }), ['Aucun PostgreSQL']],
    ['a folder without a socket', () => `postgresql://${name}@/${name}?host=/nowhere`, ['/nowhere']],
    ['a host that stays silent', () => host(() => {}), ['ne répond pas']],
    ['a server without TLS', () => `${url}?sslmode=verify-full`, ['TLS', 'sslmode']],
  ];
  it.each(cases)('%s', async (_, address, words) => {
    await makeDatabase();
    expect(await prepare(await address())).toMatch(refusalWith(...words));
  });

  it('a server that is no PostgreSQL, or a certificate that is not there', async () => {
    await makeDatabase();
    const port = await freePort();
    const web = createHttpServer((_request, response) => response.end()).listen(port, '127.0.0.1');
    await once(web, 'listening');
    expect(await prepare(at({ port: String(port) }))).toMatch(refusalWith('ne répond pas'));
    web.close();
    expect(await prepare(`${url}?sslrootcert=/nowhere.pem`)).toMatch(/^DATABASE_URL [^\n]*\/nowhere\.pem[^\n]*\.$/);
  });
});

describe('a database that other hands have set', () => {
  it('is prepared whatever was set for its role: where names are looked for, how long a statement may last', async () => {
    await makeDatabase(`OWNER ${name}`);
    await inDatabase(`CREATE SCHEMA ${name} AUTHORIZATION ${name};
      ALTER ROLE ${name} SET search_path = ${name}; ALTER ROLE ${name} SET statement_timeout = 1;
      ALTER ROLE ${name} SET timezone = 'Asia/Tokyo'`);
    expect(await prepare(asRole)).toBe('prepared');
    const { rows } = await inDatabase(`SELECT DISTINCT schemaname FROM pg_tables WHERE tableowner = '${name}'`);
    expect(rows).toEqual([{ schemaname: 'public' }]);
  });
});

describe('every connection of the site', () => {
  it('has what its plans rest on, beside what its address asks for, which wins', async () => {
    await makeDatabase();
    vi.resetModules();
    Object.assign(process.env, {
      DATABASE_URL: `${url}?options=-c%20work_mem%3D64MB&application_name=x`,
      AUTH_SECRET: TEST_SECRET,
    });
    const { disconnect, getHealthPool, getPool, lastingDatabaseUrl } = await import('@/lib/database/db');
    const asked = `SELECT name, setting, unit FROM pg_settings WHERE name IN
      ('jit', 'plan_cache_mode', 'random_page_cost', 'work_mem', 'TimeZone', 'search_path', 'statement_timeout', 'application_name')`;
    const listening = new Client({ connectionString: lastingDatabaseUrl() });
    await listening.connect();
    for (const connection of [getPool(), getHealthPool(), listening]) {
      const { rows } = await connection.query<{ name: string; setting: string }>(asked);
      expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
        jit: 'off',
        plan_cache_mode: 'force_custom_plan',
        random_page_cost: '1.1',
        work_mem: '65536',
        TimeZone: 'UTC',
        search_path: 'public',
        statement_timeout: '20000',
        application_name: 'x',
      });
    }
    await listening.end();
    await disconnect();
  });
});
