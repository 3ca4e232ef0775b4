import { createServer } from 'node:net';
import { listen } from './local-server';

export async function openMailServer() {
  let received = '';
  const server = createServer((socket) => {
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
  const port = await listen(server);
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** The lines that mail cuts are joined again. */
    received: () => received.replaceAll('=\r\n', ''),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
