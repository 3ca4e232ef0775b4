import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type OnTheWire = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer };

/** What is really sent: `fetch` asks for its own codings and decodes them. */
export const askWire = (url: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<OnTheWire> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asking.on('error', reject).end();
  });

export function decoded({ headers, body }: OnTheWire): Buffer {
  const coding = headers['content-encoding'];
  if (coding === undefined) return body;
  return coding === 'br' ? brotliDecompressSync(body) : gunzipSync(body);
}
