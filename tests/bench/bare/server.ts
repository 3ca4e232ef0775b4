import { createServer } from 'node:http';
import { answerFacets } from './facets';
import { answerList } from './list';
import { answerMap } from './map';
import { answerRecord } from './record';
import { readReference } from './reference';
import { answerPage } from './same-page';

// What the data costs without a framework, a cache or a check: only who belongs to a set is said as the site says it.
const siteUrl = process.env.SITE_URL ?? '';
const reference = await readReference();

function answer(path: string, query: URLSearchParams): Promise<unknown> {
  if (path === '/api/v1/structures') return answerList(query, reference, siteUrl);
  if (path === '/api/v1/facettes') return answerFacets(query, reference);
  if (path === '/api/v1/carte') return answerMap(query);
  return answerRecord(path.slice('/api/v1/structures/'.length), siteUrl);
}

const server = createServer(async ({ url = '', headers }, response) => {
  const [path = '', query = ''] = url.split('?');
  try {
    if (!path.startsWith('/api/')) return await answerPage(response, url, headers['accept-encoding']);
    const value = await answer(path, new URLSearchParams(query));
    const text = JSON.stringify(value);
    response.writeHead(value === null ? 404 : 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('listening'));
