import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOver, invitationLetter } from '@/lib/users/handover';

const TOKEN = 'x'.repeat(43);
let server: Server;
let received = '';

/** Answers as a mail server does, line by line, and keeps what it is given. */
beforeAll(async () => {
  server = createServer((socket) => {
    let inMessage = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      received += text;
      if (inMessage) {
        if (!text.endsWith('\r\n.\r\n')) return;
        inMessage = false;
        socket.write('250 kept\r\n');
      } else if (/^DATA/i.test(text)) {
        inMessage = true;
        socket.write('354 go on\r\n');
      } else socket.write(/^QUIT/i.test(text) ? '221 bye\r\n' : '250 ok\r\n');
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, SITE_URL: 'https://fabriques.example' });
});
afterAll(() => {
  server.close();
});

describe('a link handed over', () => {
  it('leaves by mail when the site has a mail server, and is not shown then', async () => {
    const { message, result } = await handOver(TOKEN, invitationLetter('invite@exemple.fr'));
    expect(result).toBeNull();
    expect(message).toBe('Le lien est parti à invite@exemple.fr. Il vaut 72 heures et ne sert qu’une fois.');
    expect(received).toContain('RCPT TO:<invite@exemple.fr>');
    expect(received).toContain('ne-pas-repondre@fabriques.example');
    expect(received.replaceAll('=\r\n', '')).toContain(`https://fabriques.example/acces/${TOKEN}`);
  });

  it('is shown to whoever made it when the mail does not leave', async () => {
    await new Promise((resolve) => server.close(resolve));
    const { message, result } = await handOver(TOKEN, invitationLetter('invite@exemple.fr'));
    expect(message).toMatch(/^Le courriel n’est pas parti\. Remettez ce lien à invite@exemple\.fr\./);
    expect(result).toEqual({ link: `https://fabriques.example/acces/${TOKEN}` });
  });
});
