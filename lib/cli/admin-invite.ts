import { existsSync } from 'node:fs';
import { inviteFromTerminal } from '@/lib/access/commands';
import { accessHref } from '@/lib/access/link';
import { acquireDatabase } from '@/lib/database/embedded';
import { disconnect } from '@/lib/db';
import { readSettings } from '@/lib/env';
import { emailAddress } from '@/lib/users/schema';
import { keptAuthSecret } from './auth-secret';
import { prepareDatabase } from './prepare-database';
import { dataFolder, report } from './start';
import { StartError } from './start-error';
import { say } from './step.mjs';

const nothing = async () => {};

function readAddress(): string {
  const given = process.argv.slice(3).filter((argument) => !argument.startsWith('--'));
  const read = emailAddress.safeParse(given[0]);
  if (given.length === 1 && read.success) return read.data;
  throw new StartError('Indiquez une adresse de courriel, par exemple : npm run admin:invite -- prenom.nom@exemple.fr');
}

async function invite(address: string) {
  const { token, isRescue } = await inviteFromTerminal(address);
  say(
    isRescue
      ? `${address} a déjà un compte. Ce lien lui rend l’accès comme administrateur, avec un nouveau mot de passe et sans double authentification ; il vaut 72 heures et ne sert qu’une fois :`
      : `Ce lien invite ${address} comme administrateur ; il vaut 72 heures et ne sert qu’une fois :`,
  );
  say(accessHref(token));
}

/** Prints an administrator's link, with the site running or not: the embedded database is shared, or started for a moment. */
export async function run(): Promise<void> {
  let release = nothing;
  let code = 0;
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const settings = readSettings(process.env);
    const address = readAddress();
    if (settings.databaseUrl === undefined) {
      const database = await acquireDatabase(process.cwd(), { name: dataFolder(), say });
      ({ release } = database);
      Object.assign(process.env, {
        DATABASE_URL: database.url,
        AUTH_SECRET: settings.authSecret ?? keptAuthSecret(database.home),
        // A site that was started on another port, say, than what this terminal knows of.
        SITE_URL: process.env.SITE_URL || (database.servedAt ?? settings.siteUrl),
      });
    }
    await prepareDatabase(process.cwd(), process.env.DATABASE_URL ?? '', new AbortController().signal);
    await invite(address);
  } catch (error) {
    report(error);
    code = 1;
  }
  await disconnect();
  await release();
  process.exit(code);
}
