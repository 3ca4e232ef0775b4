import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { warnOfCodes } from '@/lib/users/code-warning';
import { handOver, invitationLetter } from '@/lib/users/handover';
import { openMailServer } from '../support/mail-server';

const TOKEN = 'x'.repeat(43);
let server: Awaited<ReturnType<typeof openMailServer>>;

beforeAll(async () => {
  server = await openMailServer();
  Object.assign(process.env, { SMTP_URL: server.url, SITE_URL: 'https://fabriques.example' });
});
afterAll(() => server.close());

describe('the warning of tried codes', () => {
  it('tells the owner how many they were, and where to change the password', async () => {
    await warnOfCodes({ email: 'personne@exemple.fr', kind: 'recovery-code', isKnownDevice: false });
    expect(server.received()).toContain('RCPT TO:<personne@exemple.fr>');
    expect(server.received()).toContain('10 codes de secours faux');
    expect(server.received()).toContain('https://fabriques.example/admin/mon-compte');
  });
});

describe('a link handed over', () => {
  it('leaves by mail when the site has a mail server, and is not shown then', async () => {
    const { message, result } = await handOver(TOKEN, invitationLetter('invite@exemple.fr'));
    expect(result).toBeNull();
    expect(message).toBe('Le lien est parti à invite@exemple.fr. Il vaut 72 heures et ne sert qu’une fois.');
    expect(server.received()).toContain('RCPT TO:<invite@exemple.fr>');
    expect(server.received()).toContain('ne-pas-repondre@fabriques.example');
    expect(server.received()).toContain(`https://fabriques.example/acces/${TOKEN}`);
  });

  it('is shown to whoever made it when the mail does not leave', async () => {
    await server.close();
    const { message, result } = await handOver(TOKEN, invitationLetter('invite@exemple.fr'));
    expect(message).toMatch(/^Le courriel n’est pas parti\. Remettez ce lien à invite@exemple\.fr\./);
    expect(result).toEqual({ link: `https://fabriques.example/acces/${TOKEN}` });
  });
});
