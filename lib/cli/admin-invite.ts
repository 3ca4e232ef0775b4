import { disconnect } from '@/lib/database/db';
import { inviteFromTerminal } from '@/lib/users/access/commands';
import { accessHref } from '@/lib/users/access-link';
import { emailAddress } from '@/lib/users/schema';
import { runBesideSite } from './beside-site';
import { StartError } from './start-error';
import { say } from './step.mjs';

function readAddress(): string {
  const given = process.argv.slice(3).filter((argument) => !argument.startsWith('--'));
  const read = emailAddress.safeParse(given[0]);
  if (given.length === 1 && read.success) return read.data;
  throw new StartError('Indiquez une adresse de courriel, par exemple : npm run admin:invite -- prenom.nom@exemple.fr');
}

async function invite(address: string) {
  const { token, isRescue } = await inviteFromTerminal(address).finally(disconnect);
  say(
    isRescue
      ? `${address} a déjà un compte. Ce lien lui rend l’accès comme administrateur, avec un nouveau mot de passe et sans double authentification ; il vaut 72 heures et ne sert qu’une fois :`
      : `Ce lien invite ${address} comme administrateur ; il vaut 72 heures et ne sert qu’une fois :`,
  );
  say(accessHref(token));
}

export const run = (): Promise<void> => runBesideSite(readAddress, invite);
