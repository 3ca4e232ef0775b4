const MONTHS_VALID = 11;

/** Eleven months after an instant given as ISO text, in UTC; a day the month lacks becomes its last one. */
export function expiryOf(builtAt: string): string {
  const expiry = new Date(builtAt);
  const day = expiry.getUTCDate();
  expiry.setUTCMonth(expiry.getUTCMonth() + MONTHS_VALID);
  if (expiry.getUTCDate() !== day) expiry.setUTCDate(0);
  return expiry.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The body of `/.well-known/security.txt` (RFC 9116). */
export const securityText = (contactEmail: string, siteUrl: string, builtAt: string): string =>
  [
    `Contact: mailto:${contactEmail}`,
    `Expires: ${expiryOf(builtAt)}`,
    'Preferred-Languages: fr',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
