import { openMailServer } from './mail-server';
import { type Office, openOffice } from './office-site';

export async function withMail(run: (office: Office, received: () => string) => Promise<void>): Promise<void> {
  const mail = await openMailServer();
  const office = await openOffice({ SMTP_URL: mail.url }).catch(async (error: unknown) => {
    await mail.close();
    throw error;
  });
  try {
    await run(office, mail.received);
  } finally {
    await office.close();
    await mail.close();
  }
}
