import { notFound } from 'next/navigation';
import { guardPage } from '@/lib/auth/guard-page';

/** An address of the back office that leads nowhere says so inside it, and to signed-in people only. */
export default async function UnknownOfficePage() {
  await guardPage('account:own');
  notFound();
}
