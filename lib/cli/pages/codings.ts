import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

const { BROTLI_MODE_TEXT, BROTLI_PARAM_MODE, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
// Each works in zlib's own threads: the site answers meanwhile.
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const fromGzip = promisify(gunzip);

export type Coding = 'br' | 'gzip' | 'identity';
export type CodedBodies = { br: Buffer; gzip: Buffer };
/** From 0 to 11 for brotli, from 0 to 9 for gzip. */
export type CodingQuality = { brotli: number; gzip: number };

/** Reading a list of 64 kB takes longer than making a page. */
const LONGEST_LIST = 1_000;
const PREFERRED: readonly Coding[] = ['br', 'gzip', 'identity'];
/** What the types of the library do not tell yet. */
type Preferring = {
  encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
};

/** Without the header, or when it refuses whatever there is, the body goes as it is: any client reads that. */
export function chooseCoding(acceptEncoding = ''): Coding {
  if (acceptEncoding.length > LONGEST_LIST) return 'identity';
  const accepted: Preferring = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const chosen = accepted.encoding(PREFERRED, { preferred: PREFERRED });
  return PREFERRED.find((coding) => coding === chosen) ?? 'identity';
}

/** For a body that is text: HTML, JSON, scripts, styles, SVG. */
export async function codeBody(body: Buffer, quality: CodingQuality): Promise<CodedBodies> {
  const params = {
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    [BROTLI_PARAM_QUALITY]: quality.brotli,
    [BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const [br, gzipped] = await Promise.all([toBrotli(body, { params }), toGzip(body, { level: quality.gzip })]);
  return { br, gzip: gzipped };
}

/** No third body is kept for the few who take no coding. */
export const bodyIn = (coding: Coding, bodies: CodedBodies): Buffer | Promise<Buffer> =>
  coding === 'identity' ? fromGzip(bodies.gzip) : bodies[coding];
