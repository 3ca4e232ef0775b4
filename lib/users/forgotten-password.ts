import { accessHref } from '@/lib/access/link';
import { PROGRAM } from '@/lib/auth/actor';
import { beginAttempt } from '@/lib/auth/sign-in-attempts';
import { sendMail } from '@/lib/mail';
import { makeResetLink } from './commands';
import { findActiveUser } from './queries';

const text = (href: string) => `Bonjour,

Un nouveau mot de passe a été demandé pour votre compte du bureau des Fabriques de territoire.
Pour le choisir, ouvrez ce lien dans l’heure. Il ne sert qu’une fois :

${href}

Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.
`;

/** Mails a link to whoever has an account at this address. Counted apart from sign-ins: it must fill nobody's box. */
export async function mailForgottenPassword(email: string, clientAddress: string): Promise<void> {
  const attempt = await beginAttempt(`forgotten ${email}`, clientAddress);
  if (attempt.waitSeconds > 0) return;
  const user = await findActiveUser(email);
  if (!user) return;
  const token = await makeResetLink(user.id, PROGRAM);
  await sendMail({ to: user.email, subject: 'Choisir un nouveau mot de passe', text: text(accessHref(token)) });
}
