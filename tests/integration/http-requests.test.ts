import { describe, expect, it } from 'vitest';
import { addressOf, closeAfterEach, echo, openBareSite, sendRaw } from '../support/bare-site';

closeAfterEach();

const get = (path: string, headers: Record<string, string> = {}) => fetch(addressOf(path), { headers });
const seen = async (headers: Record<string, string>) => (await (await get('/', headers)).json()).headers;

describe('what Next reads', () => {
  it('holds the address of the socket and the host of SITE_URL, whatever was forged', async () => {
    await openBareSite(echo);
    const headers = await seen({
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      'x-middleware-subrequest': 'proxy',
    });
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'fabriques.example.fr',
      'x-forwarded-proto': 'https',
    });
    expect(headers).not.toHaveProperty('x-middleware-subrequest');
  });

  it('holds the address that the trusted proxy wrote when there is one', async () => {
    await openBareSite(echo, 1);
    expect(await seen({ 'x-forwarded-for': '6.6.6.6, 198.51.100.4' })).toMatchObject({
      'x-forwarded-for': '198.51.100.4',
    });
  });

  it('is a path, even when the request names another host', async () => {
    await openBareSite(echo);
    const answer = await sendRaw(
      'GET http://evil.example/fabriques HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toContain('"url":"/fabriques"');
    expect(answer).not.toContain('evil.example');
  });
});
