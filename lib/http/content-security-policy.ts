export type PagePolicy = {
  /** Unpredictable, made for this answer alone, in base64. */
  nonce: string;
  /** The one foreign origin a page may show images from, when tiles are configured. */
  tilesOrigin: string | null;
  /** React's development build evaluates code to rebuild stacks; the production build never does. */
  development: boolean;
};

const write = (directives: Record<string, ReadonlyArray<string | null>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources.filter((source) => source !== null)].join(' '))
    .join('; ');

/** The policy of a page: scripts by nonce only, styles inline too because Leaflet and React write `style`. */
export const pagePolicy = ({ nonce, tilesOrigin, development }: PagePolicy): string =>
  write({
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

const PLAIN = {
  'default-src': ["'none'"],
  'style-src': ["'unsafe-inline'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The policy of what is no page (data, files, an error in plain text): it may load nothing and be framed nowhere. */
export const DATA_POLICY: string = write(PLAIN);

/** The policy of a plain page that sends a form again to this site. */
export const FORM_POLICY: string = write({ ...PLAIN, 'form-action': ["'self'"] });
