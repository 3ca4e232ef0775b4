type Scripted = {
  /** Unpredictable, made for this answer alone, in base64. */
  nonce: string;
  tilesOrigin: string | null;
  /** React's development build evaluates code to rebuild stacks; the production build never does. */
  development: boolean;
};

/** `data`: files and plain pages too; `form`: a plain page that sends a form again; `embed`: a page that any site may frame. */
export type Answer = { kind: 'data' | 'form' } | ({ kind: 'page' | 'embed' } & Scripted);

type Directives = Record<string, ReadonlyArray<string | null>>;

const PLAIN: Directives = {
  'default-src': ["'none'"],
  'style-src': ["'unsafe-inline'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Styles inline too: Leaflet and React write `style`. */
const scripted = ({ nonce, tilesOrigin, development }: Scripted): Directives => ({
  'default-src': ["'self'"],
  'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", development ? "'unsafe-eval'" : null],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', tilesOrigin],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
});

function directivesOf(answer: Answer): Directives {
  switch (answer.kind) {
    case 'data':
      return PLAIN;
    case 'form':
      return { ...PLAIN, 'form-action': ["'self'"] };
    case 'page':
      return scripted(answer);
    case 'embed':
      return { ...scripted(answer), 'frame-ancestors': ['*'] };
  }
}

export const policyOf = (answer: Answer): string =>
  Object.entries(directivesOf(answer))
    .map(([name, sources]) => [name, ...sources.filter((source) => source !== null)].join(' '))
    .join('; ');

const NONCE = /'nonce-([^']+)'/;

/** Undefined for a policy without one. */
export const nonceOf = (policy: string | null): string | undefined => policy?.match(NONCE)?.[1];

/** Of a page that is the same for everybody: files of the site, and these scripts written in it. */
export const withHashes = (policy: string, hashes: readonly string[]): string =>
  policy.replace(new RegExp(`${NONCE.source} 'strict-dynamic'`), hashes.join(' ')).replace(/ (?=;)/g, '');

const DATA_POLICY = policyOf({ kind: 'data' });

const FEATURES_OFF =
  'accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen gyroscope magnetometer microphone midi payment picture-in-picture publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking'.split(
    ' ',
  );

const ALWAYS = [
  ['X-Content-Type-Options', 'nosniff'],
  // With `no-referrer` a form posted without JavaScript would send `Origin: null`.
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', ['geolocation=(self)', ...FEATURES_OFF.map((feature) => `${feature}=()`)].join(', ')],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['X-Permitted-Cross-Domain-Policies', 'none'],
  ['X-DNS-Prefetch-Control', 'off'],
] as const;

export function securityHeaders(siteUrl: string, policy: string = DATA_POLICY): Map<string, string> {
  const headers = new Map<string, string>(ALWAYS).set('Content-Security-Policy', policy);
  if (!policy.endsWith('frame-ancestors *')) headers.set('X-Frame-Options', 'DENY');
  if (siteUrl.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
  return headers;
}
