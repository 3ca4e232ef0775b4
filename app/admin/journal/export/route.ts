import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { JOURNAL, journalHref, parseJournalFilter } from '@/lib/audit/filter';
import { journalCsv } from '@/lib/audit/journal-file';
import { signInHref } from '@/lib/auth/next-page';
import { holds } from '@/lib/auth/policy';
import { readSession } from '@/lib/auth/session';
import { todayInParis } from '@/lib/french/dates';

export const dynamic = 'force-dynamic';

/** The journal as a file, for whoever may read it; others get the 404 of a page that does not exist. */
export async function GET(request: Request): Promise<Response> {
  const filter = parseJournalFilter(Object.fromEntries(new URL(request.url).searchParams));
  const who = await readSession(await headers());
  // Back to the view rather than to its file, which would leave one on the sign-in page.
  if (!who) redirect(signInHref(journalHref(JOURNAL, filter)));
  if (!holds(who, 'journal:read')) return new Response('Introuvable', { status: 404 });
  return new Response(await journalCsv(filter, who), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="journal-${todayInParis()}.csv"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
}
