import { once } from 'node:events';
import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

type Page = { status: number; headers: string[]; body: Buffer };

const pages = new Map<string, Promise<Page>>();

/** Of one connection, or said anew by whoever answers. */
const NOT_OF_THE_PAGE = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'];

async function readPage(address: string, codings: string): Promise<Page> {
  const request = get(`${process.env.PAGES_URL}${address}`, { agent: false, headers: { 'accept-encoding': codings } });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const body = await buffer(answer);
  const { rawHeaders } = answer;
  const headers = rawHeaders.filter(
    (_, at) => !NOT_OF_THE_PAGE.includes((rawHeaders[at - (at % 2)] ?? '').toLowerCase()),
  );
  return { status: answer.statusCode ?? 0, headers: [...headers, 'Content-Length', String(body.length)], body };
}

/** The bytes that the site sent to the first who asked, head included: what sending them costs `node:http`, and no more. */
export async function answerPage(response: ServerResponse, address: string, codings = 'identity'): Promise<void> {
  const page = pages.get(address) ?? readPage(address, codings);
  pages.set(address, page);
  const { status, headers, body } = await page;
  response.writeHead(status, headers).end(body);
}
