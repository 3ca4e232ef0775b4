import { disconnect } from '@/lib/database/db';
import { createFirstAdminLink } from '@/lib/users/access/commands';
import { accessHref } from '@/lib/users/access-link';
import { say } from './step.mjs';

export async function run(): Promise<void> {
  try {
    const token = await createFirstAdminLink();
    if (token === null) return;
    say('Personne n’a encore accès au bureau. Ce lien crée le premier compte administrateur ; il vaut 30 minutes :');
    say(accessHref(token));
  } finally {
    await disconnect();
  }
}
