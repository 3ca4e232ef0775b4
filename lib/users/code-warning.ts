import type { CodeSpell } from '@/lib/auth/code-attempts';
import { FREE_CODES } from '@/lib/auth/waiting';
import { getSettings } from '@/lib/env';
import { canSendMail, sendMail } from '@/lib/mail';

const WORDS: Record<CodeSpell['kind'], string> = { code: 'codes de connexion', 'recovery-code': 'codes de secours' };

/** Nothing where the site cannot mail. */
export async function warnOfCodes({ email, kind, isKnownDevice }: CodeSpell): Promise<void> {
  if (!canSendMail()) return;
  const { siteUrl } = getSettings();
  await sendMail({
    to: email,
    subject: 'Des codes faux ont été essayés sur votre compte',
    text: `Bonjour,

${FREE_CODES} ${WORDS[kind]} faux viennent d’être essayés de suite sur votre compte du bureau des Fabriques de territoire, après le bon mot de passe, depuis un appareil ${isKnownDevice ? 'que ce compte connaît' : 'que ce compte ne connaît pas'}. Les essais suivants y attendent de plus en plus longtemps, jusqu’à une heure.

Si c’était vous, ne faites rien.

Sinon, quelqu’un a votre mot de passe : changez-le dès maintenant, dans « Mon compte », et prévenez un administrateur.

${siteUrl}/admin/mon-compte
`,
  });
}
