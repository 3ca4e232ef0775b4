import { JOURNAL, journalHref, parseJournalFilter } from '@/lib/audit/filter';
import { journalCsv } from '@/lib/audit/journal-file';
import { guardFile } from '@/lib/auth/guard-file';
import { csvAnswer } from '@/lib/text/csv';

export const dynamic = 'force-dynamic';

/** The journal as a file, for whoever may read it. */
export async function GET(request: Request): Promise<Response> {
  const filter = parseJournalFilter(Object.fromEntries(new URL(request.url).searchParams));
  const who = await guardFile('journal:read', journalHref(JOURNAL, filter));
  return csvAnswer('journal', await journalCsv(filter, who));
}
