import { getBuildTime, getSettings } from '@/lib/env';
import { securityText } from '@/lib/http/security-text';

/** The contact is a setting of the running program, so the file is made per request. */
export const dynamic = 'force-dynamic';

export function GET(): Response {
  const { contactEmail, siteUrl } = getSettings();
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  if (!contactEmail) return new Response('Aucun contact de sécurité n’est renseigné.\n', { status: 404, headers });
  return new Response(securityText(contactEmail, siteUrl, getBuildTime()), { headers });
}
