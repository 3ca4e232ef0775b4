import { logUnexpectedError } from '@/lib/http/error-log';
import { canSendMail, sendMail } from '@/lib/mail';
import { accessHref } from './access-link';

type Handover = { message: string; result: { link: string } | null };

type Letter = { to: string; subject: string; text: (href: string) => string; validity: string };

/** A mail that does not leave is said, and the link shown instead. */
export async function handOver(token: string, { to, subject, text, validity }: Letter): Promise<Handover> {
  const link = accessHref(token);
  const passOn = `Remettez ce lien à ${to}. Il vaut ${validity}, ne sert qu’une fois et ne sera plus affiché.`;
  if (!canSendMail()) return { message: passOn, result: { link } };
  try {
    await sendMail({ to, subject, text: text(link) });
    return { message: `Le lien est parti à ${to}. Il vaut ${validity} et ne sert qu’une fois.`, result: null };
  } catch (error) {
    logUnexpectedError(error);
    return { message: `Le courriel n’est pas parti. ${passOn}`, result: { link } };
  }
}

export const invitationLetter = (to: string): Letter => ({
  to,
  subject: 'Votre accès au bureau des Fabriques de territoire',
  validity: '72 heures',
  text: (href) => `Bonjour,

Vous êtes invité à tenir à jour l’annuaire des Fabriques de territoire.
Pour choisir votre mot de passe, ouvrez ce lien dans les 72 heures. Il ne sert qu’une fois :

${href}
`,
});

export const resetLetter = (to: string): Letter => ({
  to,
  subject: 'Choisir un nouveau mot de passe',
  validity: 'une heure',
  text: (href) => `Bonjour,

Un administrateur a préparé pour vous un nouveau mot de passe du bureau des Fabriques de territoire.
Pour le choisir, ouvrez ce lien dans l’heure. Il ne sert qu’une fois :

${href}

Si vous ne l’avez pas demandé, prévenez-le : votre mot de passe reste le même tant que le lien n’a pas servi.
`,
});

export const forgottenLetter = (to: string): Letter => ({
  to,
  subject: 'Choisir un nouveau mot de passe',
  validity: 'une heure',
  text: (href) => `Bonjour,

Un nouveau mot de passe a été demandé pour votre compte du bureau des Fabriques de territoire.
Pour le choisir, ouvrez ce lien dans l’heure. Il ne sert qu’une fois :

${href}

Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.
`,
});
