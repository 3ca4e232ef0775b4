import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerFacets } from './facets';
import { answerList } from './list';
import { answerMap } from './map';
import { answerRecord } from './record';
import { readReference } from './reference';

// What the data costs without a framework, a cache or a check: node:http and prepared statements written by hand.
const siteUrl = process.env.SITE_URL ?? '';
const reference = await readReference();

function answer(path: string, query: URLSearchParams): Promise<unknown> {
  if (path === '/api/v1/structures') return answerList(query, reference, siteUrl);
  if (path === '/api/v1/facettes') return answerFacets(query, reference);
  if (path === '/api/v1/carte') return answerMap(query, reference);
  return answerRecord(path.slice('/api/v1/structures/'.length), siteUrl);
}

async function handle(request: IncomingMessage, response: ServerResponse) {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const value = await answer(path, new URLSearchParams(query));
  const text = JSON.stringify(value);
  response.writeHead(value === null ? 404 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

const server = createServer((request, response) => {
  handle(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('bare server is listening\n'));
process.on('SIGTERM', () => process.exit(0));
