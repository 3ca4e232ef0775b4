import { createTransport } from 'nodemailer';
import { getSettings } from './env';

type Mail = { to: string; subject: string; text: string };

const TIMEOUT_MS = 15_000;

export const canSendMail = (): boolean => getSettings().smtpUrl !== null;

/** Plain text: a link must be read before it is followed. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { smtpUrl, contactEmail, siteUrl } = getSettings();
  if (smtpUrl === null) throw new Error('SMTP_URL is not set');
  const address = contactEmail ?? `ne-pas-repondre@${new URL(siteUrl).hostname}`;
  const limits = `connectionTimeout=${TIMEOUT_MS}&greetingTimeout=${TIMEOUT_MS}&socketTimeout=${TIMEOUT_MS}`;
  const transport = createTransport(`${smtpUrl}${smtpUrl.includes('?') ? '&' : '?'}${limits}`);
  await transport.sendMail({ from: { name: 'Fabriques de territoire', address }, to, subject, text });
}
