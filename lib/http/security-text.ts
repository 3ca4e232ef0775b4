const MONTHS_VALID = 11;

/** In UTC; a day the month lacks becomes its last one. */
export function expiryOf(builtAt: string): string {
  const expiry = new Date(builtAt);
  const day = expiry.getUTCDate();
  expiry.setUTCMonth(expiry.getUTCMonth() + MONTHS_VALID);
  if (expiry.getUTCDate() !== day) expiry.setUTCDate(0);
  return expiry.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** RFC 9116. */
export const securityText = (contactEmail: string, siteUrl: string, builtAt: string): string =>
  [
    `Contact: mailto:${contactEmail}`,
    `Expires: ${expiryOf(builtAt)}`,
    'Preferred-Languages: fr',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
