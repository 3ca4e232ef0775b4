import { JOURNAL, journalHref, parseJournalFilter } from '@/lib/audit/filter';
import { journalCsv } from '@/lib/audit/journal-file';
import { guardFile } from '@/lib/auth/guard-file';
import { todayInParis } from '@/lib/french/dates';

export const dynamic = 'force-dynamic';

/** The journal as a file, for whoever may read it. */
export async function GET(request: Request): Promise<Response> {
  const filter = parseJournalFilter(Object.fromEntries(new URL(request.url).searchParams));
  const who = await guardFile('journal:read', journalHref(JOURNAL, filter));
  return new Response(await journalCsv(filter, who), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="journal-${todayInParis()}.csv"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
}
