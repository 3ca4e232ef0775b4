const FEATURES_OFF =
  'accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen gyroscope magnetometer microphone midi payment picture-in-picture publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking'.split(
    ' ',
  );

/** What every answer carries, errors included. */
export function securityHeaders(siteUrl: string): ReadonlyMap<string, string> {
  const headers = new Map([
    ['X-Content-Type-Options', 'nosniff'],
    // With `no-referrer` a form posted without JavaScript would send `Origin: null`.
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', ['geolocation=(self)', ...FEATURES_OFF.map((feature) => `${feature}=()`)].join(', ')],
    ['X-Frame-Options', 'DENY'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['X-Permitted-Cross-Domain-Policies', 'none'],
    ['X-DNS-Prefetch-Control', 'off'],
  ]);
  if (siteUrl.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
  return headers;
}
